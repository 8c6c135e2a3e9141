"""The engine: bytes of a saved page in, an `Article` out. Pure: no clock, no store, no network."""

ENGINE = "2"
"""Raised whenever the engine may give another answer for the same bytes; caches key on it."""
