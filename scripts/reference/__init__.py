"""Pages that are made from code and data: one module a page, each with ``page() -> str``."""
