"""The window's batch: what is to be done, how it goes on, what became of each article."""
