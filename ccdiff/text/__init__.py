"""Leaf helpers on strings. They know neither reports nor languages' data."""
