"""What `run` needs to start other programs and to leave none behind."""
