"""Plug-ins of the kind `detectors`; reached only through `checker.plugins`."""
