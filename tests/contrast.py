"""WCAG's contrast of two colours, each as red, green and blue of 255."""

Colour = tuple[int, ...]


def contrast(one: Colour, other: Colour) -> float:
    """The ratio, from 1 for equal colours to 21 for black on white."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: Colour) -> float:
    parts = [value / 255 for value in colour]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
