"""Terms: kept in one SQLite file, recognised in any form, read from and written to TBX and CSV."""
