"""Plug-ins of the kind `scorers`; reached only through `checker.plugins`."""
