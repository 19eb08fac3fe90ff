"""Plug-ins of the kind `runners`; reached only through `checker.plugins`."""
