"""The world → text: bytes under their hash, and canonical text that never changes.

`capture(address)` → `keep(originals, data)` → `extract(captured, sha256)` → `custody(…)`.
"""
