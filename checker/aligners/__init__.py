"""Plug-ins of the kind `aligners`; reached only through `checker.plugins`."""
