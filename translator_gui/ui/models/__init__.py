"""Qt models over the open session."""
