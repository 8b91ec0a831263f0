"""One module a tool; what it offers as `spec` is an `Exporter`."""
