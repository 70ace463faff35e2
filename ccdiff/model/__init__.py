"""The nouns: frozen values that pass between the rooms. Standard library only; they cannot render themselves."""
