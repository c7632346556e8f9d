"""What a limit that is not kept tells the person who publishes, in Vietnamese."""

from plugins.core.diagnostics import Diagnostic, error


def over_limit(place: str, name: str, value: int, limit: int) -> Diagnostic:
    """BU001."""
    return error(
        "BU001",
        path=place,
        line=0,
        message=f"vượt giới hạn “{name}”: {value}, mức cho phép {limit}",
        remedy="báo cho người phụ trách kỹ thuật; lệnh make budgets cho biết từng con số",
    )
