"""The public web service: the built site, the forms in it, and every submission safely in the book."""

__all__: list[str] = []
