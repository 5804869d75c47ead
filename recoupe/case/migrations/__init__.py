"""The history of the case's tables; run by recoupe/case/schema.py, never by hand."""
