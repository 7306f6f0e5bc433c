"""The preferences dialog: one file per page. Every page turns a Settings into widgets and back."""
