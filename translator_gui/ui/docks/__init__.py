"""The panels beside the text, one file each, listed in catalogue.py. They know the Desk, and nothing of the frame."""
