"""Plug-ins of the kind `encoders`; reached only through `checker.plugins`."""
