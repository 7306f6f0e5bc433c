"""Painting of rows: text with marks, states, divergence, chips."""
