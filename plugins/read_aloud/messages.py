"""What the commands tell."""


def figures(exact: int, total: int, share: float, leaks: int) -> str:
    """How many snippets are read exactly, and how many leave figures or capitals."""
    return f"{exact:>6}/{total} {share:>7.2f}% {leaks:>6}"
