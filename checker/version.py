"""The version, for signatures and reports."""

__version__ = "0.1.0"
