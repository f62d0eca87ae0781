"""The sync's assumptions about Google Sheets, each as a trial that can be run."""
