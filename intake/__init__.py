"""The public web service: the built site, the forms in it, and every submission safely in the book."""
