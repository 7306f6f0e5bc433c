"""What fills the middle of the window: the start page and the views of an article."""
