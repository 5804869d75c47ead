"""Files of sanctions lists → entries: one reader for each format, one list of them in read.py."""
