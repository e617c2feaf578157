"""The stores, one engine per file: import the one you use."""
