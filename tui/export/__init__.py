"""One module a format: what leaves newsreader, with its evidence."""
