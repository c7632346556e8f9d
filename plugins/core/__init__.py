"""The nouns that several features share; it knows no feature by name."""
