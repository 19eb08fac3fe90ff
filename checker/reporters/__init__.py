"""Plug-ins of the kind `reporters`; reached only through `checker.plugins`."""
