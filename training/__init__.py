"""How the bundled pipelines are made again from public data."""
