"""newsreader: read a folder of saved Dutch news pages, figures and speakers first."""

__version__ = "0.1.0"
