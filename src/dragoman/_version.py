"""The version of the package; also the coder version that every record carries."""

__version__ = "0.1.0"
