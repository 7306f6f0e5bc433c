"""The translation memory: confirmed pairs that outlive a project, found again exactly, nearly, or by their words."""
