"""The engine: bytes of a saved page in, an `Article` out. Pure: no clock, no store, no network."""
