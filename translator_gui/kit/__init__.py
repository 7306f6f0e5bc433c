"""What any desktop program needs and no translator would recognise: errors, jobs, settings, paths, SQLite."""
