"""What sending a release tells the operator, in Vietnamese."""


def no_release(public: str) -> str:
    """There is nothing to send."""
    return f"{public} không trỏ đến bản phát hành nào. Hãy chạy make publish trước."


def no_target(address: str) -> str:
    """An address that means no target."""
    return (
        f"“{address}” không phải nơi nhận. Hãy ghi TO=ssh://nguoi-dung@may-chu/thu-muc "
        "hoặc TO=s3://kho/thu-muc."
    )


def no_program(name: str) -> str:
    """A program is missing on this machine."""
    return f"Máy này chưa có {name}. Hãy cài rồi chạy lại."


def failed(reason: str) -> str:
    """The server or the way to it refused."""
    return f"Chưa gửi được: {reason}\nTrang công khai trên máy chủ vẫn giữ nguyên như trước."


def newer_is_live(live: str, name: str) -> str:
    """Somebody else has published something newer."""
    return (
        f"Máy chủ đang công khai bản mới hơn ({live}) bản định gửi ({name}), nên không thay. "
        "Muốn quay về bản cũ trên máy chủ, hãy chạy make send với RELEASE=tên-bản."
    )


def no_release_name(name: str) -> str:
    """Not the whole name of a release."""
    return f"“{name}” không phải tên đầy đủ của một bản phát hành. Xem make releases."


def sent(name: str, address: str) -> str:
    """It is live there."""
    return f"Bản {name} đã công khai tại {address}."


def another_sends(key: str) -> str:
    """The lock is there."""
    return (
        "Một lần gửi khác đang chạy, hoặc đã bị ngắt. Hãy đợi; nếu chắc rằng không còn lần nào "
        f"đang chạy thì xóa đối tượng {key} trong kho rồi gửi lại."
    )


def send_again(name: str) -> str:
    """Such a store keeps one release."""
    return (
        f"Kho chỉ giữ một bản. Để quay về bản {name}: chạy make rollback RELEASE={name} ở máy này, "
        f"rồi make send với RELEASE={name}."
    )
