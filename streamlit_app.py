"""Starts the dashboard: `streamlit run streamlit_app.py`. COMMUNITY_HOME and DEMO say which book it shows."""

from dashboard.shell import run

run()
