"""Plug-ins of the kind `linkers`; reached only through `checker.plugins`."""
