"""Why files cannot be used as pictures."""

from enum import Enum, auto


class Fault(Enum):
    """Why a file cannot be used as a picture."""

    UNREADABLE = auto()
    EMPTY = auto()
    TOO_HEAVY = auto()
    WRONG_FORMAT = auto()
    HEIC = auto()
    SVG = auto()
    TOO_MANY_PIXELS = auto()
    TOO_LONG = auto()
    TOO_MANY_SCANS = auto()
    BROKEN = auto()
    MOVING = auto()


class PictureFaultError(Exception):
    """A picture cannot be decoded; carries the `Fault`."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.name)
        self.fault = fault
