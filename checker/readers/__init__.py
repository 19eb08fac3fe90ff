"""Plug-ins of the kind `readers`; reached only through `checker.plugins`."""
