BEGIN TRANSACTION;
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL,
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('0005');
CREATE TABLE changes (
	id TEXT NOT NULL,
	at TEXT NOT NULL,
	"by" TEXT NOT NULL,
	action TEXT NOT NULL,
	"table" TEXT NOT NULL,
	record_id TEXT NOT NULL,
	field TEXT NOT NULL,
	was TEXT,
	now TEXT,
	reason TEXT,
	undoes TEXT,
	"conflict" TEXT,
	PRIMARY KEY (id)
);
INSERT INTO "changes" VALUES('Z-4NNADT84XDC1AASB','2026-11-16T10:00:00.015Z','Cora Coordinator','move_volunteer-72KC3CPC2X0HTMSK','volunteers','V-EHY0-RVGK-B','status','applied','checking',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-XEFQSEB9E6E4J8P4','2026-11-16T10:00:00.030Z','Cora Coordinator','move_volunteer-6AKHE3KG173Z007C','volunteers','V-4NRH-5FYX-T','status','applied','checking',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-FXFW8CW630Y6DQME','2026-11-16T10:00:00.040Z','Cora Coordinator','induct-PDYT00WNE71YC8YD','volunteers','V-4NRH-5FYX-T','inducted_on',NULL,'2026-06-01',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-R9FYVSP5YB3JMCJV','2026-11-16T10:00:00.060Z','Cora Coordinator','move_volunteer-9TN1X8NDRRGN23R6','volunteers','V-4NRH-5FYX-T','status','checking','ready',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-ZGSG23RB86A67A8H','2026-11-16T10:00:00.070Z','Cora Coordinator','move_volunteer-JKWS7RPD78NRPKZV','volunteers','V-4NRH-5FYX-T','status','ready','paused','Wants a rest until spring',NULL,NULL);
INSERT INTO "changes" VALUES('Z-799CJ04638KGG5QH','2026-11-16T10:00:00.085Z','Cora Coordinator','move_volunteer-4KV0ZP2MNPQA2CSX','volunteers','V-77QE-668C-6','status','applied','checking',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-ZQVHYSSTRFY0JNSE','2026-11-16T10:00:00.095Z','Cora Coordinator','induct-N8GEPRESQA6D62MP','volunteers','V-77QE-668C-6','inducted_on',NULL,'2026-06-01',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-5SCJAF88FYDRHAYN','2026-11-16T10:00:00.115Z','Cora Coordinator','move_volunteer-QBZ1ATKWHTMB6Q5Y','volunteers','V-77QE-668C-6','status','checking','ready',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-H4ZQX2RP54MN0850','2026-11-16T10:00:00.125Z','Cora Coordinator','move_volunteer-WDDDNGDS2PR71CZP','volunteers','V-77QE-668C-6','status','ready','left','Moves to Wales',NULL,NULL);
INSERT INTO "changes" VALUES('Z-C3PQ2MY1JKFYAXH4','2026-11-16T10:00:00.140Z','Cora Coordinator','move_volunteer-BGRXZV9K4GGSK8KJ','volunteers','V-MCFA-5WYE-S','status','applied','checking',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-DFJDRQVGY5Z1VT2J','2026-11-16T10:00:00.150Z','Cora Coordinator','move_volunteer-NRJ55CTNR15KXDEX','volunteers','V-MCFA-5WYE-S','status','checking','declined','Lives too far away',NULL,NULL);
INSERT INTO "changes" VALUES('Z-T7GCT787V03NP19C','2026-11-16T10:00:00.165Z','Cora Coordinator','move_volunteer-YM2PFDKHFA9T9KYB','volunteers','V-3Q8W-55H2-9','status','applied','checking',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-BPXG2HTSGTNBFP7Y','2026-11-16T10:00:00.175Z','Cora Coordinator','induct-8SR1ZK73A4DNZW1K','volunteers','V-3Q8W-55H2-9','inducted_on',NULL,'2026-06-01',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-NDN09NM50NSA6Z2W','2026-11-16T10:00:00.205Z','Cora Coordinator','move_volunteer-7RG9P3K6APSY0BF7','volunteers','V-3Q8W-55H2-9','status','checking','ready',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-TQ7VCCZZ7C9QF7KF','2026-11-16T10:00:00.220Z','Cora Coordinator','move_volunteer-QHKAVRF9VN7B13R3','volunteers','V-7Q3M-WCDJ-R','status','applied','checking',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-M1HVTG9NXPQ3AEBS','2026-11-16T10:00:00.230Z','Cora Coordinator','induct-BEJS6WQ4CGVJQE2N','volunteers','V-7Q3M-WCDJ-R','inducted_on',NULL,'2026-06-01',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-6ZE7WC7Q8WZ919PY','2026-11-16T10:00:00.260Z','Cora Coordinator','move_volunteer-WV5XHMX9ES9VS7EF','volunteers','V-7Q3M-WCDJ-R','status','checking','ready',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-HVH0EGRJD8FX1M0A','2026-11-16T10:00:00.275Z','Cora Coordinator','move_volunteer-2P1WAHBWPP9SRZ2E','volunteers','V-8DVY-B493-4','status','applied','checking',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-QEGFSDSSW31YT3HT','2026-11-16T10:00:00.285Z','Cora Coordinator','induct-76D4S1XKYMJA2CNP','volunteers','V-8DVY-B493-4','inducted_on',NULL,'2026-06-01',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-S7G2TYRDSHH772WD','2026-11-16T10:00:00.315Z','Cora Coordinator','move_volunteer-PEM6A50FRC4DQGG8','volunteers','V-8DVY-B493-4','status','checking','ready',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-QG2PA3SNCDQ7THNV','2026-11-16T10:00:00.330Z','Cora Coordinator','move_volunteer-XKZWNR4VWQ7H5034','volunteers','V-E255-9RVV-K','status','applied','checking',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-N7H4A9TER7NTT0S4','2026-11-16T10:00:00.340Z','Cora Coordinator','induct-89YW4ABCD4YCTCDV','volunteers','V-E255-9RVV-K','inducted_on',NULL,'2026-06-01',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-QY6QNSX7V32AT7VJ','2026-11-16T10:00:00.370Z','Cora Coordinator','move_volunteer-V7ABJEAC5EMVXKV6','volunteers','V-E255-9RVV-K','status','checking','ready',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-EM3CD43VQ2MN3GGK','2026-11-16T10:00:00.385Z','Cora Coordinator','move_volunteer-6KNSF44R4K72PM73','volunteers','V-HS27-RCWT-B','status','applied','checking',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-BNZANQHW6DFTYSDY','2026-11-16T10:00:00.395Z','Cora Coordinator','induct-EE4AM2SDH5F57Z9E','volunteers','V-HS27-RCWT-B','inducted_on',NULL,'2026-06-01',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-8V2BSPPS1VWJKV5A','2026-11-16T10:00:00.425Z','Cora Coordinator','move_volunteer-6H4481KKTWGZV550','volunteers','V-HS27-RCWT-B','status','checking','ready',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-V9S64AN1G9G2G3FT','2026-11-16T10:00:00.440Z','Cora Coordinator','move_volunteer-6Z5FS9KW634AE7V0','volunteers','V-MSK8-6ZWZ-P','status','applied','checking',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-MYCTK797DPAC8AGD','2026-11-16T10:00:00.450Z','Cora Coordinator','induct-S4KNCNG94S5YZX5G','volunteers','V-MSK8-6ZWZ-P','inducted_on',NULL,'2026-06-01',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-1GCC4XG6NZRW5HYK','2026-11-16T10:00:00.480Z','Cora Coordinator','move_volunteer-X8X4GM95RA0A78X5','volunteers','V-MSK8-6ZWZ-P','status','checking','ready',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-5EW9NRBV15H2XT5E','2026-11-16T13:00:00.555Z','Hal Handler','no_answer-NS95A4S3V8PSMB4X','help_requests','R-Y79C-KBCZ-Z','status','new','no_answer',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-P2KCJE7VXRJJXQBA','2026-11-16T13:00:00.555Z','Hal Handler','no_answer-NS95A4S3V8PSMB4X','help_requests','R-Y79C-KBCZ-Z','hold_until',NULL,'2026-11-17T09:00:00.000Z',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-SXYEBVAW4XMBH0RZ','2026-11-16T13:00:00.570Z','Hal Handler','close_request-KR86303HQRS2BJTQ','help_requests','R-FVHP-KV52-9','status','new','closed','Found a friend',NULL,NULL);
INSERT INTO "changes" VALUES('Z-V4VV2BPBBWVPQ3HG','2026-11-16T13:00:00.570Z','Hal Handler','close_request-KR86303HQRS2BJTQ','help_requests','R-FVHP-KV52-9','closed_reason',NULL,'not_wanted','Found a friend',NULL,NULL);
INSERT INTO "changes" VALUES('Z-MXHT3X37NF48DESF','2026-11-16T13:00:00.585Z','Hal Handler','mark_duplicate-243846WTG7TYDWHC','help_requests','R-G0ZN-BHBE-H','status','new','closed',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-4G8WSPDGGK8SW480','2026-11-16T13:00:00.585Z','Hal Handler','mark_duplicate-243846WTG7TYDWHC','help_requests','R-G0ZN-BHBE-H','closed_reason',NULL,'duplicate',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-QWA42V1ZDTBQ6CJE','2026-11-16T13:00:00.585Z','Hal Handler','mark_duplicate-243846WTG7TYDWHC','help_requests','R-G0ZN-BHBE-H','duplicate_of',NULL,'R-52WJ-QR1Y-G',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-FKHFSDSFFCF40PC9','2026-11-16T13:05:00.600Z','Cora Coordinator','triage-369NWFNA56FXB931','help_requests','R-4BZY-YB3C-V','status','new','triaged',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-5ZS9P58EFY04M896','2026-11-16T13:05:00.600Z','Cora Coordinator','triage-369NWFNA56FXB931','help_requests','R-4BZY-YB3C-V','resident_id',NULL,'P-33XD-PZPF-Q',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-PT37DYXPHCTZ9QCE','2026-11-16T13:10:00.615Z','Cora Coordinator','triage-KMGXV5RHM3EHWRF5','help_requests','R-XR0A-06WE-T','status','new','triaged',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-ZVJRHDX41H63Z3G1','2026-11-16T13:10:00.615Z','Cora Coordinator','triage-KMGXV5RHM3EHWRF5','help_requests','R-XR0A-06WE-T','resident_id',NULL,'P-6JRE-AV2E-2',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-0WE649YGCSJ8MR4C','2026-11-16T13:15:00.630Z','Cora Coordinator','triage-G9S1JGHCCW9H10QS','help_requests','R-JBEH-GZ4D-T','status','new','triaged',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-3QC5WWYQ5D59RBPX','2026-11-16T13:15:00.630Z','Cora Coordinator','triage-G9S1JGHCCW9H10QS','help_requests','R-JBEH-GZ4D-T','resident_id',NULL,'P-GSYN-C640-R',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-P9RVS9C70PP0YA3N','2026-11-16T13:20:00.645Z','Cora Coordinator','triage-CYXFWWDB7AM7JHTE','help_requests','R-YR1N-SZPM-E','status','new','triaged',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-PZJGZGEJ6JRBP3Z7','2026-11-16T13:20:00.645Z','Cora Coordinator','triage-CYXFWWDB7AM7JHTE','help_requests','R-YR1N-SZPM-E','resident_id',NULL,'P-R7V7-T5SB-Y',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-QG4HB0SDDW0JHN71','2026-11-16T13:25:00.660Z','Cora Coordinator','triage-0W6Z4XGR55ETP62N','help_requests','R-KAPX-7D4V-C','status','new','triaged',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-FMYXFGYH8BPVBX0S','2026-11-16T13:25:00.660Z','Cora Coordinator','triage-0W6Z4XGR55ETP62N','help_requests','R-KAPX-7D4V-C','resident_id',NULL,'P-SQ3M-E832-7',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-MBZMAJD501KV8YQ2','2026-11-16T13:30:00.675Z','Cora Coordinator','triage-7N7QQKQX2YXW9FH8','help_requests','R-JARZ-P9E7-Z','status','new','triaged',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-9B91JTG1Y2MY4BZE','2026-11-16T13:30:00.675Z','Cora Coordinator','triage-7N7QQKQX2YXW9FH8','help_requests','R-JARZ-P9E7-Z','resident_id',NULL,'P-MEAF-N6PW-R',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-GMV881KY4AEBFDV5','2026-11-16T13:35:00.690Z','Cora Coordinator','triage-VEJJJ0PPVEECVTQF','help_requests','R-6GH6-QRYN-B','status','new','triaged',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-RP4G9BZ76TE9WB7V','2026-11-16T13:35:00.690Z','Cora Coordinator','triage-VEJJJ0PPVEECVTQF','help_requests','R-6GH6-QRYN-B','resident_id',NULL,'P-4JTP-CGPT-R',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-81QSKP90DN8X261S','2026-11-16T13:40:00.705Z','Cora Coordinator','triage-0KV7GRHDXY7EBZKG','help_requests','R-38G3-25NR-5','status','new','triaged',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-JQSVKGYR8Y1V056V','2026-11-16T13:40:00.705Z','Cora Coordinator','triage-0KV7GRHDXY7EBZKG','help_requests','R-38G3-25NR-5','resident_id',NULL,'P-6T79-ESXQ-Z',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-Z8YXJH929A9CKDM2','2026-11-16T13:45:00.720Z','Cora Coordinator','triage-3S6930JQ6XTX1TN0','help_requests','R-TG9H-S59S-T','status','new','triaged',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-YNMN3A2KP6KJR8WB','2026-11-16T13:45:00.720Z','Cora Coordinator','triage-3S6930JQ6XTX1TN0','help_requests','R-TG9H-S59S-T','resident_id',NULL,'P-GEF5-9H5B-M',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-5NZ69YH09DX1CXME','2026-11-16T13:50:00.735Z','Cora Coordinator','triage-P6Q0R05PGAC3XCRJ','help_requests','R-0F29-QGFT-J','status','new','triaged',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-FMPPPKMYHNK2YSFZ','2026-11-16T13:50:00.735Z','Cora Coordinator','triage-P6Q0R05PGAC3XCRJ','help_requests','R-0F29-QGFT-J','resident_id',NULL,'P-56PA-AMHH-Y',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-Z90RNKCHSYMEKEWE','2026-11-16T13:55:00.750Z','Cora Coordinator','triage-45E7DFJWV9G6THRP','help_requests','R-KKPD-FYAW-7','status','new','triaged',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-YS3CM1J0PKHED5XP','2026-11-16T13:55:00.750Z','Cora Coordinator','triage-45E7DFJWV9G6THRP','help_requests','R-KKPD-FYAW-7','resident_id',NULL,'P-0K4A-7TRD-K',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-3H6DA335AB5X8D9M','2026-11-17T13:55:00.825Z','Hal Handler','rang-9XP4G81FM4TEGS41','matches','M-C23N-VF2A-K','status','approved','accepted',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-R6Y4WR74XVTER6ZK','2026-11-17T13:55:00.835Z','Hal Handler','release-7A20MRRMWRG80V27','matches','M-C23N-VF2A-K','released_at',NULL,'2026-11-17T13:55:00.840Z',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-92TH0S1ZKD8351E0','2026-11-17T13:55:00.845Z','Hal Handler','resident_told-VDP1PJYQJ7Z28X51','matches','M-C23N-VF2A-K','status','accepted','active',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-TE3Q2D28F8FARKKZ','2026-11-17T13:55:00.875Z','Hal Handler','rang-M69SG55DGFTJP9HN','matches','M-7RFQ-JK91-6','status','approved','accepted',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-ZEFJAA2ZM6YF5T6R','2026-11-17T13:55:00.885Z','Hal Handler','release-Y0FH83KRMWZ94APC','matches','M-7RFQ-JK91-6','released_at',NULL,'2026-11-17T13:55:00.890Z',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-PS07N90H08AWQ599','2026-11-17T13:55:00.895Z','Hal Handler','resident_told-GJZ3NVZ0SW92WAGP','matches','M-7RFQ-JK91-6','status','accepted','active',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-S7MDTEWVX1J0FQ1Q','2026-11-18T13:55:00.935Z','Cora Coordinator','end-B29FBN9FXBXA7752','matches','M-7RFQ-JK91-6','status','active','completed',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-1SHYBQ98PWDVFGB8','2026-11-18T13:55:00.945Z','Cora Coordinator','close_need-8W1YW2A624RA94QD','needs','N-HVYT-CP01-A','status','open','closed',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-Q6DAQY2ZR20304H0','2026-11-18T13:55:00.945Z','Cora Coordinator','close_need-8W1YW2A624RA94QD','needs','N-HVYT-CP01-A','closed_reason',NULL,'done',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-BFXM26FWG7HNZZZH','2026-11-18T13:55:00.945Z','Cora Coordinator','close_need-8W1YW2A624RA94QD','help_requests','R-XR0A-06WE-T','status','triaged','closed',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-RX8X6RRB235RF0YP','2026-11-18T13:55:00.945Z','Cora Coordinator','close_need-8W1YW2A624RA94QD','help_requests','R-XR0A-06WE-T','closed_reason',NULL,'done',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-R70DTHNA41BDTTHD','2026-11-18T13:55:00.965Z','Hal Handler','rang-W73CWYD7ZB07W09Y','matches','M-X9Q7-N29V-K','status','approved','accepted',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-4DFY43X4S2PQQ6ZJ','2026-11-18T13:55:00.995Z','Hal Handler','rang-RS22P0ZQCWEFRG6N','matches','M-D3X1-PVSK-1','status','approved','declined','Away that week',NULL,NULL);
INSERT INTO "changes" VALUES('Z-NKF2D60V85BZ09S3','2026-11-18T13:55:00.995Z','Hal Handler','rang-RS22P0ZQCWEFRG6N','matches','M-D3X1-PVSK-1','ended_reason',NULL,'Away that week','Away that week',NULL,NULL);
INSERT INTO "changes" VALUES('Z-X33H3568KH34X7FV','2026-11-18T13:55:01.015Z','Hal Handler','rang-R2T8CZFHRV7PACQX','matches','M-AZSB-QD1R-5','status','approved','accepted',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-M403WXVS5TVKAFAQ','2026-11-18T13:55:01.025Z','Cora Coordinator','cancel-VVM26BEN2SE5ASVC','matches','M-AZSB-QD1R-5','status','accepted','cancelled','The dog is well again',NULL,NULL);
INSERT INTO "changes" VALUES('Z-5HWVZ5JAE99QXG9Y','2026-11-18T13:55:01.025Z','Cora Coordinator','cancel-VVM26BEN2SE5ASVC','matches','M-AZSB-QD1R-5','ended_reason',NULL,'The dog is well again','The dog is well again',NULL,NULL);
INSERT INTO "changes" VALUES('Z-HY63GXZWRDR1GHCS','2026-11-18T13:55:01.045Z','Cora Coordinator','choose_another-W5TGB2T6DXDEZXC4','matches','M-40NC-MCHW-S','status','proposed','superseded',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-PYC6SMW4AGVXZMCD','2026-11-18T13:55:01.045Z','Cora Coordinator','choose_another-W5TGB2T6DXDEZXC4','matches','M-0Y5H-Q8AW-H','status','proposed','superseded',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-SM7CHQ7YNTP4D25X','2026-11-18T13:55:01.055Z','Dilys Director','set-G0AN4GZZRYA7WBSG','matches','M-M0R2-Q2J3-X','status','approved','offered',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-M134HCAVHCCX04DC','2026-11-18T13:55:01.060Z','Cora Coordinator','choose_another-90BSZZYDV9MFR26N','matches','M-42KN-R41R-8','status','proposed','approved',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-MMR3YAERQEWCEMEM','2026-11-18T13:55:01.070Z','Dilys Director','set-W1TSHQSNYJX06X4A','matches','M-42KN-R41R-8','status','approved','offered',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-73W8FE2Q64R03A5S','2026-11-18T13:55:01.075Z','Dilys Director','set-V23S50A2JVSRJCZR','matches','M-42KN-R41R-8','status','offered','lapsed',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-FD23RQJTNQK6N8GH','2026-11-18T13:55:01.080Z','Cora Coordinator','choose_another-X6NMBF6CCWZCKJJN','matches','M-BXKD-QD4F-T','status','proposed','superseded',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-NZ6GHATQXT1K26AS','2026-11-18T13:55:01.080Z','Cora Coordinator','choose_another-X6NMBF6CCWZCKJJN','matches','M-JSA5-8TZX-G','status','proposed','superseded',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-Y84F3DGHY89B1JKW','2026-11-18T13:55:01.090Z','Dilys Director','set-FPMSHXMS3HR6B3QM','matches','M-M0VM-VKDZ-T','status','approved','stood_down',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-P8Y9JEWPQHM0NBWE','2026-11-18T13:55:01.095Z','Cora Coordinator','look_at-WZ3JC0KZ9BY4FK83','matches','M-0ZE2-W24T-P','seen_at',NULL,'2026-11-18T13:55:01.100Z',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-43NERVKNX0KN2BPF','2026-11-18T13:55:01.110Z','Cora Coordinator','choose_another-CT9DN6RGJTZZQP2M','matches','M-0ZE2-W24T-P','status','proposed','superseded',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-1XF5N5DPA36FSM16','2026-11-18T13:55:01.130Z','Dilys Director','set-3X05VW5Z5HAQJ18A','visits','T-0C4Y-0PMQ-Q','status','planned','cancelled',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-17TJM7AHDWTYYNH4','2026-11-18T13:55:01.145Z','Dilys Director','approve_organisation-SXJEMYWC36ARQHJ0','organisations','O-00GG-DKJA-N','status','offered','approved',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-0QPSNXFATXFTMM9A','2026-11-18T13:55:01.160Z','Dilys Director','approve_organisation-RXKKEQ215P9DSDXJ','organisations','O-0H2F-BM8R-G','status','offered','approved',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-RP3E90BE5W73XHYV','2026-11-18T13:55:01.170Z','Dilys Director','withdraw_organisation-J5S8HBZS2N37FJG5','organisations','O-0H2F-BM8R-G','status','approved','withdrawn','It closed',NULL,NULL);
INSERT INTO "changes" VALUES('Z-YRGNMWTQFCZGB6R4','2026-11-18T13:55:01.210Z','Hal Handler','deal_with_contact-SR57K3317RKY1VYS','contacts','C-WS43-WZVM-8','status','open','dealt_with',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-W8CPER0ARSXPTPEF','2026-11-18T13:55:01.220Z','Cora Coordinator','add_flag-GS6DRMYW9Y7F2PVT','help_requests','R-HTT6-AQJK-2','flags',NULL,'too_fast',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-K3GBRX3EKB0PR8CX','2026-11-18T13:55:01.230Z','Hal Handler','correct-R8117MSCV04D1AZC','volunteers','V-7Q3M-WCDJ-R','telephone','01632 961011','01632 961511',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-VEY6P5PRRJ8YCPXC','2026-11-18T13:55:01.240Z','Cora Coordinator','correct-6XFCEJZ1CK1Q5YHZ','residents','P-R7V7-T5SB-Y','postcode','BA1 5AW','BA2 3AH',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-TREK6TC2DQWT9E5K','2026-11-18T13:55:01.240Z','Cora Coordinator','correct-6XFCEJZ1CK1Q5YHZ','residents','P-R7V7-T5SB-Y','hub','bath_north','bath_south_east',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-MZ12YE4N2RBK7XZF','2026-11-18T13:55:01.240Z','Cora Coordinator','correct-6XFCEJZ1CK1Q5YHZ','residents','P-R7V7-T5SB-Y','easting','375126','374519',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-7T1Y2B9T78Y453AN','2026-11-18T13:55:01.240Z','Cora Coordinator','correct-6XFCEJZ1CK1Q5YHZ','residents','P-R7V7-T5SB-Y','northing','164839','163950',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-B53DVEXJP19GAHS8','2026-11-18T13:55:01.240Z','Cora Coordinator','correct-6XFCEJZ1CK1Q5YHZ','residents','P-R7V7-T5SB-Y','sector','BA1 5','BA2 3',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-F9JNC2PACAVPZQ6H','2026-11-18T13:55:01.240Z','Cora Coordinator','correct-6XFCEJZ1CK1Q5YHZ','needs','N-PBK5-DE50-9','hub','bath_north','bath_south_east',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-W17VZFBYY34VEGF3','2026-11-18T13:55:01.240Z','Cora Coordinator','correct-6XFCEJZ1CK1Q5YHZ','needs','N-PBK5-DE50-9','easting','375126','374519',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-CQ5EGQDS48PVHSBH','2026-11-18T13:55:01.240Z','Cora Coordinator','correct-6XFCEJZ1CK1Q5YHZ','needs','N-PBK5-DE50-9','northing','164839','163950',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-SQE37HSQD02RC1V9','2026-11-18T13:55:01.240Z','Cora Coordinator','correct-6XFCEJZ1CK1Q5YHZ','needs','N-PBK5-DE50-9','sector','BA1 5','BA2 3',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-W7V9FHNQEBJ9C5PD','2026-11-18T13:55:01.250Z','Cora Coordinator','correct-2XYX7HWVXY8S2KEB','volunteers','V-8DVY-B493-4','name','Ümit Erfunden','Umit Erfunden',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-0QN955A746FW5Y7Y','2026-11-18T13:55:01.260Z','Cora Coordinator','undo-HTQJ0FRNKZFQBP8T','volunteers','V-8DVY-B493-4','name','Umit Erfunden','Ümit Erfunden','It was right before','correct-2XYX7HWVXY8S2KEB',NULL);
INSERT INTO "changes" VALUES('Z-JSHJ250T0ES9Q65K','2026-11-18T13:55:01.270Z','Cora Coordinator','move_volunteer-GWHDDS6G612STPAP','volunteers','V-MSK8-6ZWZ-P','status','ready','paused','Ill',NULL,NULL);
INSERT INTO "changes" VALUES('Z-B4750BEBRFWM4NW8','2026-11-18T13:55:01.280Z','Cora Coordinator','undo-3X00658NJR1EFJHY','volunteers','V-MSK8-6ZWZ-P','status','paused','ready',NULL,'move_volunteer-GWHDDS6G612STPAP',NULL);
INSERT INTO "changes" VALUES('Z-0EKNVZA1VN39DHHK','2026-11-18T13:55:01.290Z','Cora Coordinator','undo-23KP1R01YXCE45GJ','volunteers','V-MSK8-6ZWZ-P','status','ready','paused',NULL,'undo-3X00658NJR1EFJHY',NULL);
INSERT INTO "changes" VALUES('Z-XTM47J0P8RPH32K2','2026-11-18T13:55:01.315Z','Cora Coordinator','triage-7AP4959KQ179QM75','help_requests','R-6G3Y-JRF3-1','status',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-DDDNK60NHFHZ6BTZ','2026-11-18T13:55:01.315Z','Cora Coordinator','triage-7AP4959KQ179QM75','help_requests','R-6G3Y-JRF3-1','resident_id',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-VSQ8DZD1E7H9FQTC','2026-11-18T13:55:01.405Z','Lena Lead','concern-PZ1KYYM59WJ7F0T3','concerns','X-7QDM-WQVV-Q','steps','fMF7b9VufiYd21BUfkZtP_3AlMnsIXkDapP6ful94N1mi_fC9ONLbldEvSULX2X2RR_3BQU4SkVD_rtbraF8lvoXkkA_kB3ygCLthgth93SqjfXQVUhr4ImS2H2eT2RIuCR5yP0IDtD4IGSteRpCIEnquokt-BdaVKNq','fMF7b0gcCSZmEa2trku7NxzfeapSN_oAIoykocAOpRnWVfKottI99Ne5rMoTgeyC-DxCQbETxHv-k3i52v-FyZhmVToX4-BYhPkG3G97ndzOlOpO0Go62d5MCvWRPCh-zO5GD015J6tVnON-Sgka32psdDP4dQ_XzWn2RCSJFZrq7Iu8i091x8brjlU9zxXWmhC5N6ZnxNGiIouj9X9tiYFu0n6nJmKLsOaEa3PmOLJfjiEyoKAL4nSpo5nSLQReTr14IBxKz_kC-Rq88yd7mAxBTfTSoA==',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-GFFV3XYWS731VWRZ','2026-11-18T13:55:01.405Z','Lena Lead','concern-PZ1KYYM59WJ7F0T3','concerns','X-7QDM-WQVV-Q','status','raised','acknowledged',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-HXW6C39RWSVKK6CE','2026-11-18T13:55:01.420Z','Lena Lead','concern-XX881EK38ERMNQFM','concerns','X-TTBA-83VE-D','steps','fMF7b7QZI_uslAdEue1JwQ9OL1aSHvvujvKyiKwCtrvbtq0yB6pLKRQhoUZ94JJlnbciTitMK1jXqdXeYvH3dQruSdLNh2ADIawLQWBfkfwzd2Lf2GvYcRBuZg-d7osWsonKejlIxqIz35AHqMwaOE73Mr2ku3EMBu2N','fMF7b1fe7QuzjDY5vmgv9i1y9x_J9FIFcZuiMpNK6mCV15GN4ffLlpMEX1lAe3EeoFENGwItnc9NIxSyPRIneITZXLy2XSd3ExN_jgkZsxFY2CJYQD8eSNtmghUvi7LD0k_yy4w0J7uSbh-ZTQ0tREohwP_-4A2HOKMz-j12MQWSrvH3CVhPIO6BgjAh9j1OQMaQOZnesZNOrU3PNrOLiVwAicHdB-ftCSWrWSBpZ3Rv55tjsXwZZo_QhJjh9uNG9-IEe8eHzcjQgDJL9QvdBvdbHSfg9w==',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-WG0SQ7BTXN8VWJFG','2026-11-18T13:55:01.420Z','Lena Lead','concern-XX881EK38ERMNQFM','concerns','X-TTBA-83VE-D','status','raised','acknowledged',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-GDTFZ8DZ22JA2S0D','2026-11-18T13:55:01.430Z','Lena Lead','concern-4SQXYA2RGW955PMK','concerns','X-TTBA-83VE-D','steps','fMF7b1fe7QuzjDY5vmgv9i1y9x_J9FIFcZuiMpNK6mCV15GN4ffLlpMEX1lAe3EeoFENGwItnc9NIxSyPRIneITZXLy2XSd3ExN_jgkZsxFY2CJYQD8eSNtmghUvi7LD0k_yy4w0J7uSbh-ZTQ0tREohwP_-4A2HOKMz-j12MQWSrvH3CVhPIO6BgjAh9j1OQMaQOZnesZNOrU3PNrOLiVwAicHdB-ftCSWrWSBpZ3Rv55tjsXwZZo_QhJjh9uNG9-IEe8eHzcjQgDJL9QvdBvdbHSfg9w==','fMF7byYk61kFeJg9rPEvp0xsBdwnWmuli7hmUXgwO173vojGUkQt_6jgqVP2jVMQPtK31Yu1deNM97bd3fiq_EBykbN9kh7LRi_GgDRthRdU03L8Pv2EzoPlnCZR8DT4o9nVKOOANed2G96W3uCLYaZo7ucLsDhL0d9uhfrPfcRbdI-1wjbFAGXbBazAE70HB95Fn1xOBNtQGIoteb9eoOotscHdereiLjAmFlLxdnqBsXi8MAK6ixaj3KU7OzDpBEpvR3nvbPxjVTMnTEBcdLdZpA1tyrsb47BnOypcj4gHJBCk8JRYmsfIDFG6h10Pbst_UuzGmuSr1FkDHx2wvcHw_5-LohoQMIAA4RLeP5Iban5uFPzLLuxZI5WneB67yfcfvgRhGUhc-WzpkNcufq3_s1xMhTGw1UilynEofm9r7l9FmLqGOqy4Tj9WRqVpGxV9SY9f9jaPPWYSqNSACF8qaC510sHJExvWIxGcr6olWgRyl_rAWNOSaqpBFw==',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-DSPFHQYRPN9D6Y77','2026-11-18T13:55:01.430Z','Lena Lead','concern-4SQXYA2RGW955PMK','concerns','X-TTBA-83VE-D','status','acknowledged','decided',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-BZ68V2GYM60J5ZXY','2026-11-18T13:55:01.445Z','Lena Lead','concern-4QA3GT0P10HE8P6H','concerns','X-SFMK-EX1Y-7','steps','fMF7b7pu5xBPZNpP4jJDrt2jPS5hT2ItrJqW9OjBiB0xrwXf7oKI9NtpR7pTHS8uS9g7NSpQ2nPnAM5zeWd3ZOlZPUtj6UxINDVa3Fo_IPn1_GWggoOoWfplNu24z5wfXskcxdFJhCFlDPjfmtX-sMLjtaF8ejLLOVkJ','fMF7b-GJA9AHdl40r7Ej70sUZ0KRiRvTOFrYItN6l3OjwHnrP4uHhoxNEzbLdTsVd7h5GbxOpeI7JNLG4KHmFJ81xs4Zk2M525VTMPpqhdyFUOdOsIPaHcNekdu9MHKdMDZTnj8eI9HdGO-d9xaxuAUJ-NG2XguJPT7wJ5-_S2ssr_qaFySNEhVPgIimROtXoyfRyryuWDCQGXeEDZFp27JbW6eI_kr0f9iG8YJlPdDoReliGZkrLgVIo66ivgQlleZ1hEKWpcp7nd031y33XbH5GO-nTg==',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-1TXXQSCZVCKHCNH8','2026-11-18T13:55:01.445Z','Lena Lead','concern-4QA3GT0P10HE8P6H','concerns','X-SFMK-EX1Y-7','status','raised','acknowledged',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-265YT2BYZEE0N1DP','2026-11-18T13:55:01.455Z','Lena Lead','concern-ZFPFE538Q97AVBBQ','concerns','X-SFMK-EX1Y-7','steps','fMF7b-GJA9AHdl40r7Ej70sUZ0KRiRvTOFrYItN6l3OjwHnrP4uHhoxNEzbLdTsVd7h5GbxOpeI7JNLG4KHmFJ81xs4Zk2M525VTMPpqhdyFUOdOsIPaHcNekdu9MHKdMDZTnj8eI9HdGO-d9xaxuAUJ-NG2XguJPT7wJ5-_S2ssr_qaFySNEhVPgIimROtXoyfRyryuWDCQGXeEDZFp27JbW6eI_kr0f9iG8YJlPdDoReliGZkrLgVIo66ivgQlleZ1hEKWpcp7nd031y33XbH5GO-nTg==','fMF7b86J_sQDk_5w9DhGuCyly4L3IwJHmM6ruGkjCfcvqG2cBFv5oJF4LQaT6c2oWO1qtDWWeKI1iSutLV-UmWMl3qyGrkHT0Mv79eJh8T_xWPa-D9pQTXF0x1Y_vvB_GzJA0-Ivx1N4Cyn7vSuibteP7Np8AOhRCRWzQE3AULchfQS0IZqzsiOqJQ7QvTvKfmwgCQdZYICOBwC8kNWqV3KCaqeOQYW6Rvq9Apz4E667_26KI6IsJv0FMoWfbxb01_6G3dA3G7eAqU6eprhPBWTQ-Gjp-jYiehH7v25u6-aJE0ePsX3OXT-d4jzr9lcCU8jY__3e7LSuG3_5XzEbsaiz21Aje3EVfdnUATRpUh6kf0pZtR9Me80rlUrcLg_DY_-4_Zz9jLwEle6ibXfswEQIYWzSl8UlZPMYD4NU2hIgapElCBDgwwyYiMuR2eH385gJHvxfKkW6GfOlFQ4aBgUap95jTYj3gewtBtHKRfcS_w15EixYjyQEJdbjxw==',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-SV05BGBDGJJGSH6P','2026-11-18T13:55:01.455Z','Lena Lead','concern-ZFPFE538Q97AVBBQ','concerns','X-SFMK-EX1Y-7','status','acknowledged','decided',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-YDAAN3KVESWEFNCV','2026-11-18T13:55:01.465Z','Lena Lead','concern-YYK7SYP9WYX3C3B6','concerns','X-SFMK-EX1Y-7','steps','fMF7b86J_sQDk_5w9DhGuCyly4L3IwJHmM6ruGkjCfcvqG2cBFv5oJF4LQaT6c2oWO1qtDWWeKI1iSutLV-UmWMl3qyGrkHT0Mv79eJh8T_xWPa-D9pQTXF0x1Y_vvB_GzJA0-Ivx1N4Cyn7vSuibteP7Np8AOhRCRWzQE3AULchfQS0IZqzsiOqJQ7QvTvKfmwgCQdZYICOBwC8kNWqV3KCaqeOQYW6Rvq9Apz4E667_26KI6IsJv0FMoWfbxb01_6G3dA3G7eAqU6eprhPBWTQ-Gjp-jYiehH7v25u6-aJE0ePsX3OXT-d4jzr9lcCU8jY__3e7LSuG3_5XzEbsaiz21Aje3EVfdnUATRpUh6kf0pZtR9Me80rlUrcLg_DY_-4_Zz9jLwEle6ibXfswEQIYWzSl8UlZPMYD4NU2hIgapElCBDgwwyYiMuR2eH385gJHvxfKkW6GfOlFQ4aBgUap95jTYj3gewtBtHKRfcS_w15EixYjyQEJdbjxw==','fMF7b8uGkvt5ho_X3Iwm9HVr7243_YMkIqxa6SGE6K5HaiI2teeAWwBNlvMA6KndKlMMFjISow5e3-cryJLMQfhm3v0pnUW2CfdADc7e0UGNRP4wS5nAEu0n5BL6kBJtho6WRs1WiVsPY9yAiAnYYdvn-K7gN_v3oi66GQ1D9bjAAioXVvSvGLH0yQ-co4dlmrVB8UOf4HC8X633Tkw-LrnRWnyiGkXnxQeLSJ0m4DhdLQR31jwRYY2BImKE1r4EPOJaCSTbIk0FaDk5Ub7CNvwvam93YSTJs9zHYBOt9EEjuWfisocpay0Thl_6F7kHDyAdeGavY5btCjCpgw33Hdomjaf9Fh1MakV9Z5-9rxCGoW0m5PsxRrFMiDfNf2PCiYuqaC0Xmfx9gzkWXHiqak_aDk75BJ2AB5QZYWAxzx1cE1xLa3n1fY0rYdpuOsUHhpclYZ24MDWWeefZ6j8RQHHp3bbqbospbz61n-gKwDs6jg9vmF-0xkJ_hPzbByJpaTCWAHmnWxLmxxUUO3hYjxbL7L41vRkCsaFQXOZkgp5Y5ZyVChtWEGPAoG9ztQx3c2PPeLO9ld5zdHBUeLpu2sgvltJSMZxHgy2Dx3nyLTlqjvON8IaGzIJZgyYeX-0_MfV9Ge0t9IxFu8oSL27EJpL-h8ShaokkMPGMPVhE',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-GSG55METP5W2VNA3','2026-11-18T13:55:01.465Z','Lena Lead','concern-YYK7SYP9WYX3C3B6','concerns','X-SFMK-EX1Y-7','status','decided','referred',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-YFPWTPTG18X5QBJR','2026-11-18T13:55:01.480Z','Lena Lead','concern-CBVKX8W0RSA48AGS','concerns','X-8JWN-8M05-H','steps','fMF7b-xxuMtLdk3V0-8rUnjGgF0hM-eyphIIptc_BUzbhjTGWmAFDq6buolkgeLClo9pzdCnstpXtOIxI2FCul_yT6u3qGYp4FdeFVC4sauYB87yTXLhOERz1iGVfNqMA5epaHlfDFg-tvntkc3uMzk58Tcx9u7ppzaD','fMF7bxFPYlEOO8kqRlCarIKrwKkSOgsGMgKBmHCg98UOHwO_VUCtcc3j4ykng6lSa1iSRD3wrmCzvDh-DdGmFJhyKxnJT9zMPARqElpGDBWXasZt31esQ3HlsIvZbfIj-8QgQyeUZgE1qVzg3QEUMu9WKRa1Jf7_QpdXbfv_R7Ia6pjVCisXO9vl1wm1PlAsTN3Gxj9Q4MR699n2OP1hp6rDFfCu_H7yJ1Hhi1aBTcvoniJchJvy-w2AUe-699kV9eYScLuIlp9cOcvp8ZafHNztUZWVFA==',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-416V83FHAM3G8ZDA','2026-11-18T13:55:01.480Z','Lena Lead','concern-CBVKX8W0RSA48AGS','concerns','X-8JWN-8M05-H','status','raised','acknowledged',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-H0ZSNM97MSC5T9V9','2026-11-18T13:55:01.490Z','Lena Lead','concern-BDSV307ZWK0J5GE3','concerns','X-8JWN-8M05-H','steps','fMF7bxFPYlEOO8kqRlCarIKrwKkSOgsGMgKBmHCg98UOHwO_VUCtcc3j4ykng6lSa1iSRD3wrmCzvDh-DdGmFJhyKxnJT9zMPARqElpGDBWXasZt31esQ3HlsIvZbfIj-8QgQyeUZgE1qVzg3QEUMu9WKRa1Jf7_QpdXbfv_R7Ia6pjVCisXO9vl1wm1PlAsTN3Gxj9Q4MR699n2OP1hp6rDFfCu_H7yJ1Hhi1aBTcvoniJchJvy-w2AUe-699kV9eYScLuIlp9cOcvp8ZafHNztUZWVFA==','fMF7bx8aOLtSPdUnLf8wz1WwAL6M6dI8YO5GNbS3Unt-U8GmKB2kHdgRrxlLdy5uCRpm4xwOLMpeexCngQulZ56fVuIF6GQzDEKxTE01zEwi94KaHGOPeZWKQzK_OWLU3XHDpHGaN2HYn3h5BdvNvOusnk-zgnWqNHnd8iosNDrsr2f5dtLkXt-PjfIYR58yfu1hUOfjQaWmU6VH1u8B2ZORbeJuxcAKAOEPMlTo7sZWcXnnFXJuCuIvxl77sn78KkdDbuoCV7uq2tlP9BffhoR_qKoYLCCUS895aNVp-c3B145d28RE5koVLenvAG5vykHUwEIpDXcQUZ02MZU2K9KV777fLmoiAVdXLIiNkcYZ2CbDHLAkhq1CNx2Lg8TxXLTJa57a4pcDCBuCJ-EWeo0UFHGGyMfNDoayK7xA3OwX29IFsmLmQunVrmrN-LgN7qD19ywtqETcRhA-DbOadiJqKWSnfhcX5zmWXxb2fc8Dq5XByL3AWqPdZ8Lh_A==',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-XJ0GYTENNB4B3VQ9','2026-11-18T13:55:01.490Z','Lena Lead','concern-BDSV307ZWK0J5GE3','concerns','X-8JWN-8M05-H','status','acknowledged','decided',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-XXXQ2JQVDF71EHGC','2026-11-18T13:55:01.500Z','Lena Lead','concern-M1WGRZ6VG1H9R4M4','concerns','X-8JWN-8M05-H','steps','fMF7bx8aOLtSPdUnLf8wz1WwAL6M6dI8YO5GNbS3Unt-U8GmKB2kHdgRrxlLdy5uCRpm4xwOLMpeexCngQulZ56fVuIF6GQzDEKxTE01zEwi94KaHGOPeZWKQzK_OWLU3XHDpHGaN2HYn3h5BdvNvOusnk-zgnWqNHnd8iosNDrsr2f5dtLkXt-PjfIYR58yfu1hUOfjQaWmU6VH1u8B2ZORbeJuxcAKAOEPMlTo7sZWcXnnFXJuCuIvxl77sn78KkdDbuoCV7uq2tlP9BffhoR_qKoYLCCUS895aNVp-c3B145d28RE5koVLenvAG5vykHUwEIpDXcQUZ02MZU2K9KV777fLmoiAVdXLIiNkcYZ2CbDHLAkhq1CNx2Lg8TxXLTJa57a4pcDCBuCJ-EWeo0UFHGGyMfNDoayK7xA3OwX29IFsmLmQunVrmrN-LgN7qD19ywtqETcRhA-DbOadiJqKWSnfhcX5zmWXxb2fc8Dq5XByL3AWqPdZ8Lh_A==','fMF7byjQDdWEY_dt4Kbd3kYwKrq28u80VQOii93uFTlvcD0DM27wJEgGEdwMpuKIOeti-obY2f7pgtjIqTGzIowtEhF95JLKi0cLAwaXJOXiYXHf8sbkbhBt4NR9TT5pO7A-gOVDZxUlarEXcGCN6LJUeXd1RZk-NKvgcDTrRPE9xEQvYEZoeS5mhJCI7dAHrC1myhLx-txpc9ZPwQ2qnTudMfaXGzvjfGzYx5vGYhNNh_eSOVj-fY-oS3ivLrOGcEcELcPlmzMmmGLIHwBGFblrByoGBWYag4_WREkS0b816C5G7euapeuIIYCSdEQmJJiY5TWxbT6Z0xdZBfZGxYzam6L7lFBYOiEvrnOhx8yLqczn5FjLZqkQCHE2XOPbCHPwsjIxYDjbFybyDuLbWFg7zUUytaY3_eWZZLAcgEmvzNi1RjRRmDF7gFnkFwVdkWgXysE_bgZ657cZi-TMmbyYDO7qO8ECgj9waoUnDMkNiBQT5D8X22N4lLnPURaqK4pSB7U9wAAZ3qR9_-wj4XXAR674CaM3U1BCL5Osr78I-5RikbBMum9_-xLmPmvrYNJB0F3RT77hS2WFJ09WUsdNAzeha4qTY_ZYvTPzAMzJdVCZCXZgYMbtKOw9vkIIhw7j9Ipb-QljQAy02amkriVdLKCgBx8jJ5Ymeu9p',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-K9AEXV2F8HBD1DZJ','2026-11-18T13:55:01.500Z','Lena Lead','concern-M1WGRZ6VG1H9R4M4','concerns','X-8JWN-8M05-H','status','decided','referred',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-AMW2WFF34PP94N21','2026-11-18T13:55:01.510Z','Lena Lead','concern-VX7WAGTE8QJQTM6C','concerns','X-8JWN-8M05-H','steps','fMF7byjQDdWEY_dt4Kbd3kYwKrq28u80VQOii93uFTlvcD0DM27wJEgGEdwMpuKIOeti-obY2f7pgtjIqTGzIowtEhF95JLKi0cLAwaXJOXiYXHf8sbkbhBt4NR9TT5pO7A-gOVDZxUlarEXcGCN6LJUeXd1RZk-NKvgcDTrRPE9xEQvYEZoeS5mhJCI7dAHrC1myhLx-txpc9ZPwQ2qnTudMfaXGzvjfGzYx5vGYhNNh_eSOVj-fY-oS3ivLrOGcEcELcPlmzMmmGLIHwBGFblrByoGBWYag4_WREkS0b816C5G7euapeuIIYCSdEQmJJiY5TWxbT6Z0xdZBfZGxYzam6L7lFBYOiEvrnOhx8yLqczn5FjLZqkQCHE2XOPbCHPwsjIxYDjbFybyDuLbWFg7zUUytaY3_eWZZLAcgEmvzNi1RjRRmDF7gFnkFwVdkWgXysE_bgZ657cZi-TMmbyYDO7qO8ECgj9waoUnDMkNiBQT5D8X22N4lLnPURaqK4pSB7U9wAAZ3qR9_-wj4XXAR674CaM3U1BCL5Osr78I-5RikbBMum9_-xLmPmvrYNJB0F3RT77hS2WFJ09WUsdNAzeha4qTY_ZYvTPzAMzJdVCZCXZgYMbtKOw9vkIIhw7j9Ipb-QljQAy02amkriVdLKCgBx8jJ5Ymeu9p','fMF7b4DaURV_I5I6Wm5UgTiBN3EKAuEG-VqX9OGwgReFo4-8XCbP4a5yH0OEijjUsQQwArxYqU0120TwXZgYU79a99km3Ogj6845u-Gk1JxC3K4wLM-hxqhoZH0qK2Ug14kzeKuSuJxJ78MgJJNnvNvpDbGITkywb0wKdxYwAPCJ5GcB1px6KKEjJ-WKueqsETlBcjQtUoPp-HYSd2Va4os_Uisi6h3WophXI6QRRH2nFxbJaJZH-LUlj8FS2zxQ7XN8JJZq24lli1YhcsmbLmL6li4zRbHVMwD9B-ZBHd7bspBNeBgA1DLY9cLUhDnit8soWKakdWJz_3awOeIcuxHeF56g1H5OpTSWAGWCd9NytDO3S9m0z0r9dMINfFC6r4g_oAPHB02domfP1g0zoHkTgEotjFQZb0isXmLAj9Oq6Im2YtQBYhF_1XBs8lulfhxsVN-MQ8gr8E9ndyKIp_bttiRl5LKyQSxvQkwd74RAqILvQt8jeykGEYAZVFIZZe8h2nnGUhUyeIc--CRqT01lHnDnELeaOiU916o5YyFfmR_zfrm5qqBLsb1Sd-SC4uEge_euBgPnu2iv6WFNXleifruu4quUKLAML5UQt3JdEpXcIvAjTJarofxrA_bwMayIPYQ85d5TgT1NDukCrp4wY87JantctFTH5QH4GJYzIRAxu15aX8AOhGXxQZhcl_L7bx3WSZEZLEDs4DtH43_JTWmqyRkTUPVgW2VRv2FtFxNOeiRRXbgnhRFm1s9WSSNyND4zbQAiAbMiUCSC9_xFri4jjzHIa8F3z-fYcp249UzQYd-k',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-21TFV94KQ7KNFH61','2026-11-18T13:55:01.510Z','Lena Lead','concern-VX7WAGTE8QJQTM6C','concerns','X-8JWN-8M05-H','status','referred','closed',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-XHNQRMDCW2PQ2CN3','2026-11-18T15:55:01.565Z','sheet','correct-XHNQRMDCW2PQ2CN3','volunteers','V-3Q8W-55H2-9','telephone','01632 961010','01632 961700',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-XJ2Q2RDF5KVWKYZG','2026-11-18T15:55:01.565Z','sheet','correct-XJ2Q2RDF5KVWKYZG','help_requests','R-52WJ-QR1Y-G','details','=HYPERLINK("http://example.org") or just a dog','A dog, Bess, and a cat',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-ZZZM8SCCHN3FM80H','2026-11-18T16:15:01.730Z','Cora Coordinator','set-XKEPAFBGFXAQA1BH','volunteers','V-E255-9RVV-K','telephone','01632 961013','01632 961900',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-PXQ75WV2M63H1TJ0','2026-11-18T16:15:01.735Z','sheet','correct-PXQ75WV2M63H1TJ0','volunteers','V-E255-9RVV-K','telephone','01632 961013','01632 961901',NULL,NULL,'yes');
CREATE TABLE checks (
	id TEXT NOT NULL,
	at TEXT NOT NULL,
	"by" TEXT NOT NULL,
	action TEXT,
	volunteer_id TEXT,
	kind TEXT,
	level TEXT,
	number TEXT,
	seen_on TEXT,
	seen_by TEXT,
	renew_on TEXT,
	PRIMARY KEY (id)
);
INSERT INTO "checks" VALUES('K-NC3W-XGA7-1','2026-11-16T10:00:00.050Z','Cora Coordinator','add_check-97QMTSW38MC96FMM','V-4NRH-5FYX-T','reference',NULL,NULL,'2026-06-01','Cora Coordinator',NULL);
INSERT INTO "checks" VALUES('K-Q596-QJBT-E','2026-11-16T10:00:00.105Z','Cora Coordinator','add_check-3JKYZ5SGB8F5F5Q6','V-77QE-668C-6','reference',NULL,NULL,'2026-06-01','Cora Coordinator',NULL);
INSERT INTO "checks" VALUES('K-7KQ8-D2G6-Y','2026-11-16T10:00:00.185Z','Dilys Director','add_check-13Q7HPQT4AP3BC2B','V-3Q8W-55H2-9','dbs','enhanced','001234500010','2026-06-01','Dilys Director','2027-06-01');
INSERT INTO "checks" VALUES('K-0HK3-BXG6-2','2026-11-16T10:00:00.195Z','Cora Coordinator','add_check-ZXS2VZNAMVYTBJYV','V-3Q8W-55H2-9','reference',NULL,NULL,'2026-06-01','Cora Coordinator',NULL);
INSERT INTO "checks" VALUES('K-NB7V-2AAG-P','2026-11-16T10:00:00.240Z','Dilys Director','add_check-E3DBRQ52PCQV26YB','V-7Q3M-WCDJ-R','dbs','enhanced_barred','001234500011','2026-06-01','Dilys Director','2027-06-01');
INSERT INTO "checks" VALUES('K-XG55-6M3V-A','2026-11-16T10:00:00.250Z','Cora Coordinator','add_check-ZP2722GY9KJSEC2W','V-7Q3M-WCDJ-R','reference',NULL,NULL,'2026-06-01','Cora Coordinator',NULL);
INSERT INTO "checks" VALUES('K-M1H2-XT0R-J','2026-11-16T10:00:00.295Z','Dilys Director','add_check-Z62NY995MZ474NAD','V-8DVY-B493-4','dbs','enhanced','001234500012','2026-06-01','Dilys Director','2027-06-01');
INSERT INTO "checks" VALUES('K-NXDK-CG36-0','2026-11-16T10:00:00.305Z','Cora Coordinator','add_check-JN7GXSQQPNFJBGTY','V-8DVY-B493-4','reference',NULL,NULL,'2026-06-01','Cora Coordinator',NULL);
INSERT INTO "checks" VALUES('K-EBTG-6JWT-5','2026-11-16T10:00:00.350Z','Dilys Director','add_check-T9XKX86QA3GRX0Z0','V-E255-9RVV-K','dbs','basic','001234500013','2026-06-01','Dilys Director','2027-06-01');
INSERT INTO "checks" VALUES('K-QTFF-3YWN-0','2026-11-16T10:00:00.360Z','Cora Coordinator','add_check-R6MTV5GFR4VSEKDS','V-E255-9RVV-K','reference',NULL,NULL,'2026-06-01','Cora Coordinator',NULL);
INSERT INTO "checks" VALUES('K-C2BD-V3ZT-P','2026-11-16T10:00:00.405Z','Dilys Director','add_check-VQA2HKXWFXVQ4SCS','V-HS27-RCWT-B','dbs','enhanced','001234500014','2026-06-01','Dilys Director','2027-06-01');
INSERT INTO "checks" VALUES('K-V0PD-2FKC-A','2026-11-16T10:00:00.415Z','Cora Coordinator','add_check-RZA2H4H9P5Q6HBH2','V-HS27-RCWT-B','reference',NULL,NULL,'2026-06-01','Cora Coordinator',NULL);
INSERT INTO "checks" VALUES('K-99HG-E0AD-1','2026-11-16T10:00:00.460Z','Dilys Director','add_check-YQ4MT9JWWCD40PFT','V-MSK8-6ZWZ-P','dbs','standard','001234500015','2026-06-01','Dilys Director','2027-06-01');
INSERT INTO "checks" VALUES('K-9B31-CG8F-9','2026-11-16T10:00:00.470Z','Cora Coordinator','add_check-QYABJG17NG4BBK55','V-MSK8-6ZWZ-P','reference',NULL,NULL,'2026-06-01','Cora Coordinator',NULL);
CREATE TABLE checks_now (
	id TEXT NOT NULL,
	at TEXT NOT NULL,
	"by" TEXT NOT NULL,
	changed_at TEXT NOT NULL,
	void TEXT,
	volunteer_id TEXT,
	kind TEXT,
	level TEXT,
	number TEXT,
	seen_on TEXT,
	seen_by TEXT,
	renew_on TEXT,
	PRIMARY KEY (id)
);
INSERT INTO "checks_now" VALUES('K-NC3W-XGA7-1','2026-11-16T10:00:00.050Z','Cora Coordinator','2026-11-16T10:00:00.050Z',NULL,'V-4NRH-5FYX-T','reference',NULL,NULL,'2026-06-01','Cora Coordinator',NULL);
INSERT INTO "checks_now" VALUES('K-Q596-QJBT-E','2026-11-16T10:00:00.105Z','Cora Coordinator','2026-11-16T10:00:00.105Z',NULL,'V-77QE-668C-6','reference',NULL,NULL,'2026-06-01','Cora Coordinator',NULL);
INSERT INTO "checks_now" VALUES('K-7KQ8-D2G6-Y','2026-11-16T10:00:00.185Z','Dilys Director','2026-11-16T10:00:00.185Z',NULL,'V-3Q8W-55H2-9','dbs','enhanced','001234500010','2026-06-01','Dilys Director','2027-06-01');
INSERT INTO "checks_now" VALUES('K-0HK3-BXG6-2','2026-11-16T10:00:00.195Z','Cora Coordinator','2026-11-16T10:00:00.195Z',NULL,'V-3Q8W-55H2-9','reference',NULL,NULL,'2026-06-01','Cora Coordinator',NULL);
INSERT INTO "checks_now" VALUES('K-NB7V-2AAG-P','2026-11-16T10:00:00.240Z','Dilys Director','2026-11-16T10:00:00.240Z',NULL,'V-7Q3M-WCDJ-R','dbs','enhanced_barred','001234500011','2026-06-01','Dilys Director','2027-06-01');
INSERT INTO "checks_now" VALUES('K-XG55-6M3V-A','2026-11-16T10:00:00.250Z','Cora Coordinator','2026-11-16T10:00:00.250Z',NULL,'V-7Q3M-WCDJ-R','reference',NULL,NULL,'2026-06-01','Cora Coordinator',NULL);
INSERT INTO "checks_now" VALUES('K-M1H2-XT0R-J','2026-11-16T10:00:00.295Z','Dilys Director','2026-11-16T10:00:00.295Z',NULL,'V-8DVY-B493-4','dbs','enhanced','001234500012','2026-06-01','Dilys Director','2027-06-01');
INSERT INTO "checks_now" VALUES('K-NXDK-CG36-0','2026-11-16T10:00:00.305Z','Cora Coordinator','2026-11-16T10:00:00.305Z',NULL,'V-8DVY-B493-4','reference',NULL,NULL,'2026-06-01','Cora Coordinator',NULL);
INSERT INTO "checks_now" VALUES('K-EBTG-6JWT-5','2026-11-16T10:00:00.350Z','Dilys Director','2026-11-16T10:00:00.350Z',NULL,'V-E255-9RVV-K','dbs','basic','001234500013','2026-06-01','Dilys Director','2027-06-01');
INSERT INTO "checks_now" VALUES('K-QTFF-3YWN-0','2026-11-16T10:00:00.360Z','Cora Coordinator','2026-11-16T10:00:00.360Z',NULL,'V-E255-9RVV-K','reference',NULL,NULL,'2026-06-01','Cora Coordinator',NULL);
INSERT INTO "checks_now" VALUES('K-C2BD-V3ZT-P','2026-11-16T10:00:00.405Z','Dilys Director','2026-11-16T10:00:00.405Z',NULL,'V-HS27-RCWT-B','dbs','enhanced','001234500014','2026-06-01','Dilys Director','2027-06-01');
INSERT INTO "checks_now" VALUES('K-V0PD-2FKC-A','2026-11-16T10:00:00.415Z','Cora Coordinator','2026-11-16T10:00:00.415Z',NULL,'V-HS27-RCWT-B','reference',NULL,NULL,'2026-06-01','Cora Coordinator',NULL);
INSERT INTO "checks_now" VALUES('K-99HG-E0AD-1','2026-11-16T10:00:00.460Z','Dilys Director','2026-11-16T10:00:00.460Z',NULL,'V-MSK8-6ZWZ-P','dbs','standard','001234500015','2026-06-01','Dilys Director','2027-06-01');
INSERT INTO "checks_now" VALUES('K-9B31-CG8F-9','2026-11-16T10:00:00.470Z','Cora Coordinator','2026-11-16T10:00:00.470Z',NULL,'V-MSK8-6ZWZ-P','reference',NULL,NULL,'2026-06-01','Cora Coordinator',NULL);
CREATE TABLE concern_reads (
	id TEXT NOT NULL,
	concern_id TEXT NOT NULL,
	at TEXT NOT NULL,
	"by" TEXT NOT NULL,
	PRIMARY KEY (id)
);
INSERT INTO "concern_reads" VALUES('DM4X6VBXS78E84PW','X-7QDM-WQVV-Q','2026-11-18T13:55:01.515Z','Lena Lead');
CREATE TABLE concerns (
	id TEXT NOT NULL,
	at TEXT NOT NULL,
	"by" TEXT NOT NULL,
	action TEXT,
	danger_now TEXT,
	at_risk_name TEXT,
	at_risk_reach TEXT,
	what TEXT,
	harm_by TEXT,
	harm_by_name TEXT,
	they_know TEXT,
	reporter_name TEXT,
	reporter_telephone TEXT,
	reporter_email TEXT,
	safe_to_ring TEXT,
	when_safe TEXT,
	named TEXT,
	moved TEXT,
	steps TEXT,
	route TEXT,
	status TEXT,
	PRIMARY KEY (id)
);
INSERT INTO "concerns" VALUES('X-HY2P-NFXC-V','2026-11-18T13:55:01.390Z','concern',NULL,NULL,'fMF7b_eTztxCtrJVekkA_H5nrXGMvBfUVp09qrSWcudy3R0iT0pdUlJ_EJj7TTcg',NULL,'fMF7b_eTztxCtrJVekkA_H5nrXF_1YWRqCspfVFyZ-BnkGxI-UHstPU5Y04v3qB2dRFxcQ==',NULL,NULL,NULL,NULL,'fMF7b_eTztxCtrJVekkA_H5nrXGY1Mw2wS4_Fj_q0sWP-6vVxmtH42ZAR3GYUQ6_',NULL,NULL,NULL,'fMF7b_eTztxCtrJVekkA_H5nrXGQnx0jegCTVj4XOAlu6-MkztA=','fMF7b_eTztxCtrJVekkA_H5nrXE6vWkHiSiATeiycz6ZAacfAAQ=','fMF7b_eTztxCtrJVekkA_H5nrXFK7KnX4EhjB6fuOau7R-d34z0OXQ7FBdrcB2jA7_mTrSq0TR_icIfxwmF6PnpIvCgZIL2ZU3a6yEu3rbagyBksQ83nwYHojJ6Ktbjd_95qnmrNAyq4vv56AtSI2NiRH_vjguc11zV1','adults','raised');
INSERT INTO "concerns" VALUES('X-7QDM-WQVV-Q','2026-11-18T13:55:01.395Z','concern',NULL,NULL,'fMF7b9VufiYd21BUfkZtP_3AlMmtEXIE6PBifZqENqarPHyIWrOSjojQSd4j5tF4',NULL,'fMF7b9VufiYd21BUfkZtP_3AlMka6kQDEoEbdIMJ3-_M29d5vdT96FD_Q4s40YYdFPWpMw==',NULL,NULL,NULL,NULL,'fMF7b9VufiYd21BUfkZtP_3AlMnXhfXcOyGwiFF6PujaJUKZon8ChUqF9JC-PiHM',NULL,NULL,NULL,'fMF7b9VufiYd21BUfkZtP_3AlMng7JvfcoMESeQAqcVe_4cg9pDMwrmsppSMAoenjwO_zQV7-dSaLqctysFQiDgZXkgMndplctvUs9bXxWTaDWGtggE7QRnDpKfYDZ6MPJokcGK1oURkYUn5wiKaNEvQOyAS0co=','fMF7b9VufiYd21BUfkZtP_3AlMni6HozXZTKORsQohI9vA6Y5p7A-X0eEYUyHvsYk8c8RWdwtobXEsBYbOOJtyqjasTF9E9-dMRT9o8t6M0AdUHcsOiKS7HVN5buN2w8JcxHj__yxz5yNSLdJQKpE9XunEdy6smsahzXtF3ILyMH_dTts-YS0vDuW-4OPfDL6bQ8v422jp9n8-c=','fMF7b9VufiYd21BUfkZtP_3AlMnsIXkDapP6ful94N1mi_fC9ONLbldEvSULX2X2RR_3BQU4SkVD_rtbraF8lvoXkkA_kB3ygCLthgth93SqjfXQVUhr4ImS2H2eT2RIuCR5yP0IDtD4IGSteRpCIEnquokt-BdaVKNq','adults','raised');
INSERT INTO "concerns" VALUES('X-TTBA-83VE-D','2026-11-18T13:55:01.410Z','concern',NULL,NULL,'fMF7b7QZI_uslAdEue1JwQ9OL1YDAM3NDGI3-pvsAW-qH9csOaaQYGrfoGyfwHEX',NULL,'fMF7b7QZI_uslAdEue1JwQ9OL1Z9AEli5gefy2GobOW7GhaHUZBLRGLLeFPJ_uAXf3-Dsg==',NULL,NULL,NULL,NULL,'fMF7b7QZI_uslAdEue1JwQ9OL1Zax03pcyW2-7yg6OBEThYDZAcIZmzN4lv6lnRS',NULL,NULL,NULL,'fMF7b7QZI_uslAdEue1JwQ9OL1YldX_GwVNh4XnGl7yapOr_vO0=','fMF7b7QZI_uslAdEue1JwQ9OL1ZNndNnnvKPXawq4hsb3NFn7uM=','fMF7b7QZI_uslAdEue1JwQ9OL1aSHvvujvKyiKwCtrvbtq0yB6pLKRQhoUZ94JJlnbciTitMK1jXqdXeYvH3dQruSdLNh2ADIawLQWBfkfwzd2Lf2GvYcRBuZg-d7osWsonKejlIxqIz35AHqMwaOE73Mr2ku3EMBu2N','adults','raised');
INSERT INTO "concerns" VALUES('X-SFMK-EX1Y-7','2026-11-18T13:55:01.435Z','concern',NULL,NULL,'fMF7b7pu5xBPZNpP4jJDrt2jPS5gAYihORgoNVsuzhjriMC6o4YvoLlR2-MKwsOh',NULL,'fMF7b7pu5xBPZNpP4jJDrt2jPS7o3R67bRHfTjPgoTiQgCsZZg03hiIFgRYSReOdfz4Q6w==',NULL,NULL,NULL,NULL,'fMF7b7pu5xBPZNpP4jJDrt2jPS7MYwhfOI5NDRm1kG6JF1rzHbY5-md7q-vtC0Aw',NULL,NULL,NULL,'fMF7b7pu5xBPZNpP4jJDrt2jPS5xv63mNZDjKGbZTF2i1GybekE=','fMF7b7pu5xBPZNpP4jJDrt2jPS6o9QqR6baB9Q_B8tpmeXPWEek=','fMF7b7pu5xBPZNpP4jJDrt2jPS5hT2ItrJqW9OjBiB0xrwXf7oKI9NtpR7pTHS8uS9g7NSpQ2nPnAM5zeWd3ZOlZPUtj6UxINDVa3Fo_IPn1_GWggoOoWfplNu24z5wfXskcxdFJhCFlDPjfmtX-sMLjtaF8ejLLOVkJ','adults','raised');
INSERT INTO "concerns" VALUES('X-8JWN-8M05-H','2026-11-18T13:55:01.470Z','concern',NULL,NULL,'fMF7b-xxuMtLdk3V0-8rUnjGgF2HUvOW1-gM76SlZN5Iyl1xTDt2Z1zDuVZRIu1a',NULL,'fMF7b-xxuMtLdk3V0-8rUnjGgF3xTnRHHmN99971e5K-C_NyWxlx6x1h2VlVuHSPBQTLrQ==',NULL,NULL,NULL,NULL,'fMF7b-xxuMtLdk3V0-8rUnjGgF2AFu4FnC-2w_O5DG4mwFpvCUoi5xd5rzbFW_c5',NULL,NULL,NULL,'fMF7b-xxuMtLdk3V0-8rUnjGgF1lDP-SSD9xGRafC4wErBEQdEI=','fMF7b-xxuMtLdk3V0-8rUnjGgF2f9jYW5MEkxhy4rkX6SaNlv5c=','fMF7b-xxuMtLdk3V0-8rUnjGgF0hM-eyphIIptc_BUzbhjTGWmAFDq6buolkgeLClo9pzdCnstpXtOIxI2FCul_yT6u3qGYp4FdeFVC4sauYB87yTXLhOERz1iGVfNqMA5epaHlfDFg-tvntkc3uMzk58Tcx9u7ppzaD','adults','raised');
CREATE TABLE concerns_now (
	id TEXT NOT NULL,
	at TEXT NOT NULL,
	"by" TEXT NOT NULL,
	changed_at TEXT NOT NULL,
	void TEXT,
	danger_now TEXT,
	at_risk_name TEXT,
	at_risk_reach TEXT,
	what TEXT,
	harm_by TEXT,
	harm_by_name TEXT,
	they_know TEXT,
	reporter_name TEXT,
	reporter_telephone TEXT,
	reporter_email TEXT,
	safe_to_ring TEXT,
	when_safe TEXT,
	named TEXT,
	moved TEXT,
	steps TEXT,
	route TEXT,
	status TEXT,
	PRIMARY KEY (id)
);
INSERT INTO "concerns_now" VALUES('X-HY2P-NFXC-V','2026-11-18T13:55:01.390Z','concern','2026-11-18T13:55:01.390Z',NULL,NULL,'fMF7b_eTztxCtrJVekkA_H5nrXGMvBfUVp09qrSWcudy3R0iT0pdUlJ_EJj7TTcg',NULL,'fMF7b_eTztxCtrJVekkA_H5nrXF_1YWRqCspfVFyZ-BnkGxI-UHstPU5Y04v3qB2dRFxcQ==',NULL,NULL,NULL,NULL,'fMF7b_eTztxCtrJVekkA_H5nrXGY1Mw2wS4_Fj_q0sWP-6vVxmtH42ZAR3GYUQ6_',NULL,NULL,NULL,'fMF7b_eTztxCtrJVekkA_H5nrXGQnx0jegCTVj4XOAlu6-MkztA=','fMF7b_eTztxCtrJVekkA_H5nrXE6vWkHiSiATeiycz6ZAacfAAQ=','fMF7b_eTztxCtrJVekkA_H5nrXFK7KnX4EhjB6fuOau7R-d34z0OXQ7FBdrcB2jA7_mTrSq0TR_icIfxwmF6PnpIvCgZIL2ZU3a6yEu3rbagyBksQ83nwYHojJ6Ktbjd_95qnmrNAyq4vv56AtSI2NiRH_vjguc11zV1','adults','raised');
INSERT INTO "concerns_now" VALUES('X-7QDM-WQVV-Q','2026-11-18T13:55:01.395Z','concern','2026-11-18T13:55:01.405Z',NULL,NULL,'fMF7b9VufiYd21BUfkZtP_3AlMmtEXIE6PBifZqENqarPHyIWrOSjojQSd4j5tF4',NULL,'fMF7b9VufiYd21BUfkZtP_3AlMka6kQDEoEbdIMJ3-_M29d5vdT96FD_Q4s40YYdFPWpMw==',NULL,NULL,NULL,NULL,'fMF7b9VufiYd21BUfkZtP_3AlMnXhfXcOyGwiFF6PujaJUKZon8ChUqF9JC-PiHM',NULL,NULL,NULL,'fMF7b9VufiYd21BUfkZtP_3AlMng7JvfcoMESeQAqcVe_4cg9pDMwrmsppSMAoenjwO_zQV7-dSaLqctysFQiDgZXkgMndplctvUs9bXxWTaDWGtggE7QRnDpKfYDZ6MPJokcGK1oURkYUn5wiKaNEvQOyAS0co=','fMF7b9VufiYd21BUfkZtP_3AlMni6HozXZTKORsQohI9vA6Y5p7A-X0eEYUyHvsYk8c8RWdwtobXEsBYbOOJtyqjasTF9E9-dMRT9o8t6M0AdUHcsOiKS7HVN5buN2w8JcxHj__yxz5yNSLdJQKpE9XunEdy6smsahzXtF3ILyMH_dTts-YS0vDuW-4OPfDL6bQ8v422jp9n8-c=','fMF7b0gcCSZmEa2trku7NxzfeapSN_oAIoykocAOpRnWVfKottI99Ne5rMoTgeyC-DxCQbETxHv-k3i52v-FyZhmVToX4-BYhPkG3G97ndzOlOpO0Go62d5MCvWRPCh-zO5GD015J6tVnON-Sgka32psdDP4dQ_XzWn2RCSJFZrq7Iu8i091x8brjlU9zxXWmhC5N6ZnxNGiIouj9X9tiYFu0n6nJmKLsOaEa3PmOLJfjiEyoKAL4nSpo5nSLQReTr14IBxKz_kC-Rq88yd7mAxBTfTSoA==','adults','acknowledged');
INSERT INTO "concerns_now" VALUES('X-TTBA-83VE-D','2026-11-18T13:55:01.410Z','concern','2026-11-18T13:55:01.430Z',NULL,NULL,'fMF7b7QZI_uslAdEue1JwQ9OL1YDAM3NDGI3-pvsAW-qH9csOaaQYGrfoGyfwHEX',NULL,'fMF7b7QZI_uslAdEue1JwQ9OL1Z9AEli5gefy2GobOW7GhaHUZBLRGLLeFPJ_uAXf3-Dsg==',NULL,NULL,NULL,NULL,'fMF7b7QZI_uslAdEue1JwQ9OL1Zax03pcyW2-7yg6OBEThYDZAcIZmzN4lv6lnRS',NULL,NULL,NULL,'fMF7b7QZI_uslAdEue1JwQ9OL1YldX_GwVNh4XnGl7yapOr_vO0=','fMF7b7QZI_uslAdEue1JwQ9OL1ZNndNnnvKPXawq4hsb3NFn7uM=','fMF7byYk61kFeJg9rPEvp0xsBdwnWmuli7hmUXgwO173vojGUkQt_6jgqVP2jVMQPtK31Yu1deNM97bd3fiq_EBykbN9kh7LRi_GgDRthRdU03L8Pv2EzoPlnCZR8DT4o9nVKOOANed2G96W3uCLYaZo7ucLsDhL0d9uhfrPfcRbdI-1wjbFAGXbBazAE70HB95Fn1xOBNtQGIoteb9eoOotscHdereiLjAmFlLxdnqBsXi8MAK6ixaj3KU7OzDpBEpvR3nvbPxjVTMnTEBcdLdZpA1tyrsb47BnOypcj4gHJBCk8JRYmsfIDFG6h10Pbst_UuzGmuSr1FkDHx2wvcHw_5-LohoQMIAA4RLeP5Iban5uFPzLLuxZI5WneB67yfcfvgRhGUhc-WzpkNcufq3_s1xMhTGw1UilynEofm9r7l9FmLqGOqy4Tj9WRqVpGxV9SY9f9jaPPWYSqNSACF8qaC510sHJExvWIxGcr6olWgRyl_rAWNOSaqpBFw==','adults','decided');
INSERT INTO "concerns_now" VALUES('X-SFMK-EX1Y-7','2026-11-18T13:55:01.435Z','concern','2026-11-18T13:55:01.465Z',NULL,NULL,'fMF7b7pu5xBPZNpP4jJDrt2jPS5gAYihORgoNVsuzhjriMC6o4YvoLlR2-MKwsOh',NULL,'fMF7b7pu5xBPZNpP4jJDrt2jPS7o3R67bRHfTjPgoTiQgCsZZg03hiIFgRYSReOdfz4Q6w==',NULL,NULL,NULL,NULL,'fMF7b7pu5xBPZNpP4jJDrt2jPS7MYwhfOI5NDRm1kG6JF1rzHbY5-md7q-vtC0Aw',NULL,NULL,NULL,'fMF7b7pu5xBPZNpP4jJDrt2jPS5xv63mNZDjKGbZTF2i1GybekE=','fMF7b7pu5xBPZNpP4jJDrt2jPS6o9QqR6baB9Q_B8tpmeXPWEek=','fMF7b8uGkvt5ho_X3Iwm9HVr7243_YMkIqxa6SGE6K5HaiI2teeAWwBNlvMA6KndKlMMFjISow5e3-cryJLMQfhm3v0pnUW2CfdADc7e0UGNRP4wS5nAEu0n5BL6kBJtho6WRs1WiVsPY9yAiAnYYdvn-K7gN_v3oi66GQ1D9bjAAioXVvSvGLH0yQ-co4dlmrVB8UOf4HC8X633Tkw-LrnRWnyiGkXnxQeLSJ0m4DhdLQR31jwRYY2BImKE1r4EPOJaCSTbIk0FaDk5Ub7CNvwvam93YSTJs9zHYBOt9EEjuWfisocpay0Thl_6F7kHDyAdeGavY5btCjCpgw33Hdomjaf9Fh1MakV9Z5-9rxCGoW0m5PsxRrFMiDfNf2PCiYuqaC0Xmfx9gzkWXHiqak_aDk75BJ2AB5QZYWAxzx1cE1xLa3n1fY0rYdpuOsUHhpclYZ24MDWWeefZ6j8RQHHp3bbqbospbz61n-gKwDs6jg9vmF-0xkJ_hPzbByJpaTCWAHmnWxLmxxUUO3hYjxbL7L41vRkCsaFQXOZkgp5Y5ZyVChtWEGPAoG9ztQx3c2PPeLO9ld5zdHBUeLpu2sgvltJSMZxHgy2Dx3nyLTlqjvON8IaGzIJZgyYeX-0_MfV9Ge0t9IxFu8oSL27EJpL-h8ShaokkMPGMPVhE','adults','referred');
INSERT INTO "concerns_now" VALUES('X-8JWN-8M05-H','2026-11-18T13:55:01.470Z','concern','2026-11-18T13:55:01.510Z',NULL,NULL,'fMF7b-xxuMtLdk3V0-8rUnjGgF2HUvOW1-gM76SlZN5Iyl1xTDt2Z1zDuVZRIu1a',NULL,'fMF7b-xxuMtLdk3V0-8rUnjGgF3xTnRHHmN99971e5K-C_NyWxlx6x1h2VlVuHSPBQTLrQ==',NULL,NULL,NULL,NULL,'fMF7b-xxuMtLdk3V0-8rUnjGgF2AFu4FnC-2w_O5DG4mwFpvCUoi5xd5rzbFW_c5',NULL,NULL,NULL,'fMF7b-xxuMtLdk3V0-8rUnjGgF1lDP-SSD9xGRafC4wErBEQdEI=','fMF7b-xxuMtLdk3V0-8rUnjGgF2f9jYW5MEkxhy4rkX6SaNlv5c=','fMF7b4DaURV_I5I6Wm5UgTiBN3EKAuEG-VqX9OGwgReFo4-8XCbP4a5yH0OEijjUsQQwArxYqU0120TwXZgYU79a99km3Ogj6845u-Gk1JxC3K4wLM-hxqhoZH0qK2Ug14kzeKuSuJxJ78MgJJNnvNvpDbGITkywb0wKdxYwAPCJ5GcB1px6KKEjJ-WKueqsETlBcjQtUoPp-HYSd2Va4os_Uisi6h3WophXI6QRRH2nFxbJaJZH-LUlj8FS2zxQ7XN8JJZq24lli1YhcsmbLmL6li4zRbHVMwD9B-ZBHd7bspBNeBgA1DLY9cLUhDnit8soWKakdWJz_3awOeIcuxHeF56g1H5OpTSWAGWCd9NytDO3S9m0z0r9dMINfFC6r4g_oAPHB02domfP1g0zoHkTgEotjFQZb0isXmLAj9Oq6Im2YtQBYhF_1XBs8lulfhxsVN-MQ8gr8E9ndyKIp_bttiRl5LKyQSxvQkwd74RAqILvQt8jeykGEYAZVFIZZe8h2nnGUhUyeIc--CRqT01lHnDnELeaOiU916o5YyFfmR_zfrm5qqBLsb1Sd-SC4uEge_euBgPnu2iv6WFNXleifruu4quUKLAML5UQt3JdEpXcIvAjTJarofxrA_bwMayIPYQ85d5TgT1NDukCrp4wY87JantctFTH5QH4GJYzIRAxu15aX8AOhGXxQZhcl_L7bx3WSZEZLEDs4DtH43_JTWmqyRkTUPVgW2VRv2FtFxNOeiRRXbgnhRFm1s9WSSNyND4zbQAiAbMiUCSC9_xFri4jjzHIa8F3z-fYcp249UzQYd-k','adults','closed');
CREATE TABLE contacts (
	id TEXT NOT NULL,
	at TEXT NOT NULL,
	"by" TEXT NOT NULL,
	action TEXT,
	about TEXT,
	with_whom TEXT,
	way TEXT,
	direction TEXT,
	outcome TEXT,
	words TEXT,
	status TEXT, takes_off TEXT, until TEXT,
	PRIMARY KEY (id)
);
INSERT INTO "contacts" VALUES('C-DW61-PSXP-Z','2026-11-16T10:00:00.150Z','Cora Coordinator','move_volunteer-NRJ55CTNR15KXDEX','V-MCFA-5WYE-S','V-MCFA-5WYE-S','telephone',NULL,'note','They offered to help, and we said no. Tell them','open',NULL,NULL);
INSERT INTO "contacts" VALUES('C-QGQQ-9AP5-5','2026-11-16T13:00:00.555Z','Hal Handler','no_answer-NS95A4S3V8PSMB4X','R-Y79C-KBCZ-Z',NULL,'telephone','out','no_answer',NULL,'dealt_with',NULL,NULL);
INSERT INTO "contacts" VALUES('C-TYX4-E9CC-0','2026-11-17T13:55:00.815Z','Hal Handler','rang-MXB80R59RNAJPWSE','M-C23N-VF2A-K','V-3Q8W-55H2-9','telephone','out','no_answer',NULL,'dealt_with',NULL,NULL);
INSERT INTO "contacts" VALUES('C-RD0H-6QBF-D','2026-11-17T13:55:00.825Z','Hal Handler','rang-9XP4G81FM4TEGS41','M-C23N-VF2A-K','V-3Q8W-55H2-9','telephone','out','yes',NULL,'dealt_with',NULL,NULL);
INSERT INTO "contacts" VALUES('C-XM55-DK7H-D','2026-11-17T13:55:00.845Z','Hal Handler','resident_told-VDP1PJYQJ7Z28X51','M-C23N-VF2A-K','P-33XD-PZPF-Q','telephone','out','told',NULL,'dealt_with',NULL,NULL);
INSERT INTO "contacts" VALUES('C-6V7F-YJAJ-C','2026-11-17T13:55:00.875Z','Hal Handler','rang-M69SG55DGFTJP9HN','M-7RFQ-JK91-6','V-7Q3M-WCDJ-R','telephone','out','yes',NULL,'dealt_with',NULL,NULL);
INSERT INTO "contacts" VALUES('C-0BVN-CDDW-R','2026-11-17T13:55:00.895Z','Hal Handler','resident_told-GJZ3NVZ0SW92WAGP','M-7RFQ-JK91-6','P-6JRE-AV2E-2','telephone','out','told',NULL,'dealt_with',NULL,NULL);
INSERT INTO "contacts" VALUES('C-QGKV-H3VZ-D','2026-11-18T13:55:00.935Z','Cora Coordinator','end-B29FBN9FXBXA7752','M-7RFQ-JK91-6','V-7Q3M-WCDJ-R','telephone',NULL,'note','They know each other, and it ends here. Ring and tell them','open',NULL,NULL);
INSERT INTO "contacts" VALUES('C-6XHT-XW5X-3','2026-11-18T13:55:00.935Z','Cora Coordinator','end-B29FBN9FXBXA7752','M-7RFQ-JK91-6','P-6JRE-AV2E-2','telephone',NULL,'note','They know each other, and it ends here. Ring and tell them','open',NULL,NULL);
INSERT INTO "contacts" VALUES('C-7Z4A-66PM-H','2026-11-18T13:55:00.965Z','Hal Handler','rang-W73CWYD7ZB07W09Y','M-X9Q7-N29V-K','V-8DVY-B493-4','telephone','out','yes',NULL,'dealt_with',NULL,NULL);
INSERT INTO "contacts" VALUES('C-AP18-EVF6-R','2026-11-18T13:55:00.995Z','Hal Handler','rang-RS22P0ZQCWEFRG6N','M-D3X1-PVSK-1','V-HS27-RCWT-B','telephone','out','no',NULL,'dealt_with',NULL,NULL);
INSERT INTO "contacts" VALUES('C-BSFM-Q0PS-A','2026-11-18T13:55:01.015Z','Hal Handler','rang-R2T8CZFHRV7PACQX','M-AZSB-QD1R-5','V-7Q3M-WCDJ-R','telephone','out','yes',NULL,'dealt_with',NULL,NULL);
INSERT INTO "contacts" VALUES('C-9ZMX-13M1-C','2026-11-18T13:55:01.025Z','Cora Coordinator','cancel-VVM26BEN2SE5ASVC','M-AZSB-QD1R-5','V-7Q3M-WCDJ-R','telephone',NULL,'note','They were asked to help, and it is called off. Ring and tell them','open',NULL,NULL);
INSERT INTO "contacts" VALUES('C-AQS3-EXXB-C','2026-11-18T13:55:01.180Z','Hal Handler','log_contact-B7NET8KCH2KSAN6F','N-ATG2-F19P-6','V-3Q8W-55H2-9','telephone','out','note','Rang to say thank you','dealt_with',NULL,NULL);
INSERT INTO "contacts" VALUES('C-JG8R-PVT2-9','2026-11-18T13:55:01.190Z','Hal Handler','log_contact-VDCPM3A3QXBA6VMH','P-GSYN-C640-R',NULL,'telephone','in','note','Please ring back about Tuesday','open',NULL,NULL);
INSERT INTO "contacts" VALUES('C-WS43-WZVM-8','2026-11-18T13:55:01.200Z','Hal Handler','log_contact-TFJASAZC9V3XCQ9M','R-52WJ-QR1Y-G',NULL,'telephone','out','note','Neighbour asked how long','open',NULL,NULL);
INSERT INTO "contacts" VALUES('C-AM3D-9MA5-A','2026-11-18T16:05:01.655Z','sheet',NULL,'N-3SE0-55B8-J','P-GSYN-C640-R','sheet','in','note','Standing: ring her son first','open',NULL,NULL);
CREATE TABLE contacts_now (
	id TEXT NOT NULL,
	at TEXT NOT NULL,
	"by" TEXT NOT NULL,
	changed_at TEXT NOT NULL,
	void TEXT,
	about TEXT,
	with_whom TEXT,
	way TEXT,
	direction TEXT,
	outcome TEXT,
	words TEXT,
	status TEXT, takes_off TEXT, until TEXT,
	PRIMARY KEY (id)
);
INSERT INTO "contacts_now" VALUES('C-DW61-PSXP-Z','2026-11-16T10:00:00.150Z','Cora Coordinator','2026-11-16T10:00:00.150Z',NULL,'V-MCFA-5WYE-S','V-MCFA-5WYE-S','telephone',NULL,'note','They offered to help, and we said no. Tell them','open',NULL,NULL);
INSERT INTO "contacts_now" VALUES('C-QGQQ-9AP5-5','2026-11-16T13:00:00.555Z','Hal Handler','2026-11-16T13:00:00.555Z',NULL,'R-Y79C-KBCZ-Z',NULL,'telephone','out','no_answer',NULL,'dealt_with',NULL,NULL);
INSERT INTO "contacts_now" VALUES('C-TYX4-E9CC-0','2026-11-17T13:55:00.815Z','Hal Handler','2026-11-17T13:55:00.815Z',NULL,'M-C23N-VF2A-K','V-3Q8W-55H2-9','telephone','out','no_answer',NULL,'dealt_with',NULL,NULL);
INSERT INTO "contacts_now" VALUES('C-RD0H-6QBF-D','2026-11-17T13:55:00.825Z','Hal Handler','2026-11-17T13:55:00.825Z',NULL,'M-C23N-VF2A-K','V-3Q8W-55H2-9','telephone','out','yes',NULL,'dealt_with',NULL,NULL);
INSERT INTO "contacts_now" VALUES('C-XM55-DK7H-D','2026-11-17T13:55:00.845Z','Hal Handler','2026-11-17T13:55:00.845Z',NULL,'M-C23N-VF2A-K','P-33XD-PZPF-Q','telephone','out','told',NULL,'dealt_with',NULL,NULL);
INSERT INTO "contacts_now" VALUES('C-6V7F-YJAJ-C','2026-11-17T13:55:00.875Z','Hal Handler','2026-11-17T13:55:00.875Z',NULL,'M-7RFQ-JK91-6','V-7Q3M-WCDJ-R','telephone','out','yes',NULL,'dealt_with',NULL,NULL);
INSERT INTO "contacts_now" VALUES('C-0BVN-CDDW-R','2026-11-17T13:55:00.895Z','Hal Handler','2026-11-17T13:55:00.895Z',NULL,'M-7RFQ-JK91-6','P-6JRE-AV2E-2','telephone','out','told',NULL,'dealt_with',NULL,NULL);
INSERT INTO "contacts_now" VALUES('C-QGKV-H3VZ-D','2026-11-18T13:55:00.935Z','Cora Coordinator','2026-11-18T13:55:00.935Z',NULL,'M-7RFQ-JK91-6','V-7Q3M-WCDJ-R','telephone',NULL,'note','They know each other, and it ends here. Ring and tell them','open',NULL,NULL);
INSERT INTO "contacts_now" VALUES('C-6XHT-XW5X-3','2026-11-18T13:55:00.935Z','Cora Coordinator','2026-11-18T13:55:00.935Z',NULL,'M-7RFQ-JK91-6','P-6JRE-AV2E-2','telephone',NULL,'note','They know each other, and it ends here. Ring and tell them','open',NULL,NULL);
INSERT INTO "contacts_now" VALUES('C-7Z4A-66PM-H','2026-11-18T13:55:00.965Z','Hal Handler','2026-11-18T13:55:00.965Z',NULL,'M-X9Q7-N29V-K','V-8DVY-B493-4','telephone','out','yes',NULL,'dealt_with',NULL,NULL);
INSERT INTO "contacts_now" VALUES('C-AP18-EVF6-R','2026-11-18T13:55:00.995Z','Hal Handler','2026-11-18T13:55:00.995Z',NULL,'M-D3X1-PVSK-1','V-HS27-RCWT-B','telephone','out','no',NULL,'dealt_with',NULL,NULL);
INSERT INTO "contacts_now" VALUES('C-BSFM-Q0PS-A','2026-11-18T13:55:01.015Z','Hal Handler','2026-11-18T13:55:01.015Z',NULL,'M-AZSB-QD1R-5','V-7Q3M-WCDJ-R','telephone','out','yes',NULL,'dealt_with',NULL,NULL);
INSERT INTO "contacts_now" VALUES('C-9ZMX-13M1-C','2026-11-18T13:55:01.025Z','Cora Coordinator','2026-11-18T13:55:01.025Z',NULL,'M-AZSB-QD1R-5','V-7Q3M-WCDJ-R','telephone',NULL,'note','They were asked to help, and it is called off. Ring and tell them','open',NULL,NULL);
INSERT INTO "contacts_now" VALUES('C-AQS3-EXXB-C','2026-11-18T13:55:01.180Z','Hal Handler','2026-11-18T13:55:01.180Z',NULL,'N-ATG2-F19P-6','V-3Q8W-55H2-9','telephone','out','note','Rang to say thank you','dealt_with',NULL,NULL);
INSERT INTO "contacts_now" VALUES('C-JG8R-PVT2-9','2026-11-18T13:55:01.190Z','Hal Handler','2026-11-18T13:55:01.190Z',NULL,'P-GSYN-C640-R',NULL,'telephone','in','note','Please ring back about Tuesday','open',NULL,NULL);
INSERT INTO "contacts_now" VALUES('C-WS43-WZVM-8','2026-11-18T13:55:01.200Z','Hal Handler','2026-11-18T13:55:01.210Z',NULL,'R-52WJ-QR1Y-G',NULL,'telephone','out','note','Neighbour asked how long','dealt_with',NULL,NULL);
INSERT INTO "contacts_now" VALUES('C-AM3D-9MA5-A','2026-11-18T16:05:01.655Z','sheet','2026-11-18T16:05:01.655Z',NULL,'N-3SE0-55B8-J','P-GSYN-C640-R','sheet','in','note','Standing: ring her son first','open',NULL,NULL);
CREATE TABLE erasures (
	id TEXT NOT NULL,
	at TEXT NOT NULL,
	"by" TEXT NOT NULL,
	action TEXT,
	table_name TEXT,
	record_id TEXT,
	key_hash TEXT,
	PRIMARY KEY (id)
);
INSERT INTO "erasures" VALUES('Y-0343-FT53-1','2026-11-18T13:55:01.380Z','Dilys Director',NULL,'residents','P-MXZY-VM1K-9',NULL);
INSERT INTO "erasures" VALUES('Y-TYMC-6P7E-7','2026-11-18T13:55:01.380Z','Dilys Director',NULL,'help_requests','R-6G3Y-JRF3-1','ff720351c4214a6ecb2edbd07784350eae382508');
INSERT INTO "erasures" VALUES('Y-Y0NS-R2SQ-P','2026-11-18T13:55:01.380Z','Dilys Director',NULL,'needs','N-KDBS-Y7KD-W',NULL);
INSERT INTO "erasures" VALUES('Y-9H8D-1ND7-B','2026-11-18T13:55:01.380Z','Dilys Director',NULL,'contacts','C-HKP3-M7W5-4',NULL);
CREATE TABLE erasures_now (
	id TEXT NOT NULL,
	at TEXT NOT NULL,
	"by" TEXT NOT NULL,
	changed_at TEXT NOT NULL,
	void TEXT,
	table_name TEXT,
	record_id TEXT,
	key_hash TEXT,
	PRIMARY KEY (id)
);
INSERT INTO "erasures_now" VALUES('Y-0343-FT53-1','2026-11-18T13:55:01.380Z','Dilys Director','2026-11-18T13:55:01.380Z',NULL,'residents','P-MXZY-VM1K-9',NULL);
INSERT INTO "erasures_now" VALUES('Y-TYMC-6P7E-7','2026-11-18T13:55:01.380Z','Dilys Director','2026-11-18T13:55:01.380Z',NULL,'help_requests','R-6G3Y-JRF3-1','ff720351c4214a6ecb2edbd07784350eae382508');
INSERT INTO "erasures_now" VALUES('Y-Y0NS-R2SQ-P','2026-11-18T13:55:01.380Z','Dilys Director','2026-11-18T13:55:01.380Z',NULL,'needs','N-KDBS-Y7KD-W',NULL);
INSERT INTO "erasures_now" VALUES('Y-9H8D-1ND7-B','2026-11-18T13:55:01.380Z','Dilys Director','2026-11-18T13:55:01.380Z',NULL,'contacts','C-HKP3-M7W5-4',NULL);
CREATE TABLE help_requests (
	id TEXT NOT NULL,
	at TEXT NOT NULL,
	"by" TEXT NOT NULL,
	action TEXT,
	for_whom TEXT,
	referrer_name TEXT,
	referrer_telephone TEXT,
	referrer_email TEXT,
	referrer_who TEXT,
	they_agree TEXT,
	name TEXT,
	telephone TEXT,
	email TEXT,
	reach_by TEXT,
	text_only TEXT,
	postcode TEXT,
	address TEXT,
	tasks TEXT,
	details TEXT,
	urgency TEXT,
	slots TEXT,
	languages TEXT,
	access_needs TEXT,
	who_again TEXT,
	extra TEXT,
	channel TEXT,
	status TEXT,
	flags TEXT,
	hub TEXT,
	resident_id TEXT,
	closed_reason TEXT,
	duplicate_of TEXT,
	hold_until TEXT,
	notes TEXT, agreed_how TEXT, speaks_for TEXT, health_consent TEXT, consent_notes TEXT,
	PRIMARY KEY (id)
);
INSERT INTO "help_requests" VALUES('R-52WJ-QR1Y-G','2026-11-16T13:00:00.540Z','web',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'Nina New','01632 960001',NULL,NULL,NULL,'BA1 5AW','1 Invented Row','dog_walk','=HYPERLINK("http://example.org") or just a dog',NULL,'mon_morning; tue_morning',NULL,NULL,NULL,NULL,'web','new',NULL,'bath_north',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "help_requests" VALUES('R-HTT6-AQJK-2','2026-11-16T13:00:00.545Z','web',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'Ursula Urgent','01632 960002',NULL,NULL,NULL,'BA1 5AW','2 Invented Row','shopping','No food in the house
second line','today','mon_morning; tue_morning',NULL,NULL,NULL,NULL,'web','new',NULL,'bath_north',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "help_requests" VALUES('R-Y79C-KBCZ-Z','2026-11-16T13:00:00.550Z','web',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'Nora Noanswer','01632 960003',NULL,NULL,NULL,'BA1 5AW','3 Invented Row','dog_walk','The dog is called Bess',NULL,'mon_morning; tue_morning',NULL,NULL,NULL,NULL,'web','new',NULL,'bath_north',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "help_requests" VALUES('R-FVHP-KV52-9','2026-11-16T13:00:00.565Z','web',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'Clive Closed','01632 960004',NULL,NULL,NULL,'BA1 5AW','4 Invented Row','dog_walk','The dog is called Bess',NULL,'mon_morning; tue_morning',NULL,NULL,NULL,NULL,'web','new',NULL,'bath_north',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "help_requests" VALUES('R-G0ZN-BHBE-H','2026-11-16T13:00:00.580Z','web',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'Nina New','01632 960001',NULL,NULL,NULL,'BA1 5AW','1000 Invented Row','dog_walk','The dog is called Bess',NULL,'mon_morning; tue_morning',NULL,NULL,NULL,NULL,'web','new',NULL,'bath_north',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "help_requests" VALUES('R-4BZY-YB3C-V','2026-11-16T13:00:00.595Z','web',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'Rita Resident','01632 960020',NULL,NULL,NULL,'BA1 5AW','20 Invented Row','dog_walk','The dog is called Bess',NULL,'mon_morning; tue_morning',NULL,NULL,NULL,NULL,'web','new',NULL,'bath_north',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "help_requests" VALUES('R-XR0A-06WE-T','2026-11-16T13:05:00.610Z','web',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'Reg Resident','01632 960021',NULL,NULL,NULL,'BA1 5AW','21 Invented Row','phone_call','The dog is called Bess',NULL,'mon_morning; tue_morning',NULL,NULL,NULL,NULL,'web','new',NULL,'bath_north',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "help_requests" VALUES('R-JBEH-GZ4D-T','2026-11-16T13:10:00.625Z','web',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'Rosa Resident','01632 960022',NULL,NULL,NULL,'BA1 5AW','22 Invented Row','dog_walk','The dog is called Bess',NULL,'mon_morning; tue_morning',NULL,NULL,NULL,NULL,'web','new',NULL,'bath_north',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "help_requests" VALUES('R-YR1N-SZPM-E','2026-11-16T13:15:00.640Z','web',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'Ravi Resident','01632 960023',NULL,NULL,NULL,'BA1 5AW','23 Invented Row','phone_call','The dog is called Bess',NULL,'mon_morning; tue_morning',NULL,'Ring twice',NULL,NULL,'web','new',NULL,'bath_north',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "help_requests" VALUES('R-KAPX-7D4V-C','2026-11-16T13:20:00.655Z','web',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'Ruth Resident','01632 960024',NULL,NULL,NULL,'BA1 5AW','24 Invented Row','dog_walk','The dog is called Bess',NULL,'mon_morning; tue_morning',NULL,NULL,NULL,NULL,'web','new',NULL,'bath_north',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "help_requests" VALUES('R-JARZ-P9E7-Z','2026-11-16T13:25:00.670Z','web',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'Rob Resident','01632 960025',NULL,NULL,NULL,'BA1 5AW','25 Invented Row','phone_call','The dog is called Bess',NULL,'mon_morning; tue_morning',NULL,NULL,NULL,NULL,'web','new',NULL,'bath_north',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "help_requests" VALUES('R-6GH6-QRYN-B','2026-11-16T13:30:00.685Z','web',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'Ros Resident','01632 960026',NULL,NULL,NULL,'BA1 5AW','26 Invented Row','dog_walk','The dog is called Bess',NULL,'mon_morning; tue_morning',NULL,NULL,NULL,NULL,'web','new',NULL,'bath_north',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "help_requests" VALUES('R-38G3-25NR-5','2026-11-16T13:35:00.700Z','web',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'Ray Resident','01632 960027',NULL,NULL,NULL,'BA1 5AW','27 Invented Row','phone_call','The dog is called Bess',NULL,'mon_morning; tue_morning',NULL,NULL,NULL,NULL,'web','new',NULL,'bath_north',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "help_requests" VALUES('R-TG9H-S59S-T','2026-11-16T13:40:00.715Z','web',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'Ria Resident','01632 960028',NULL,NULL,NULL,'BA1 5AW','28 Invented Row','dog_walk','The dog is called Bess',NULL,'mon_morning; tue_morning',NULL,NULL,NULL,NULL,'web','new',NULL,'bath_north',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "help_requests" VALUES('R-0F29-QGFT-J','2026-11-16T13:45:00.730Z','web',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'Ron Resident','01632 960029',NULL,NULL,NULL,'BA1 5AW','29 Invented Row','phone_call','The dog is called Bess',NULL,'mon_morning; tue_morning',NULL,NULL,NULL,NULL,'web','new',NULL,'bath_north',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "help_requests" VALUES('R-KKPD-FYAW-7','2026-11-16T13:50:00.745Z','web',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'Roy Resident','01632 960030',NULL,NULL,NULL,'BA1 5AW','30 Invented Row','dog_walk','The dog is called Bess',NULL,'mon_morning; tue_morning',NULL,NULL,NULL,NULL,'web','new',NULL,'bath_north',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "help_requests" VALUES('R-HJMW-D0E7-M','2026-11-18T13:55:01.385Z','web',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'Carys Concerned','01632 960095',NULL,NULL,NULL,'BA1 5AW','95 Invented Row','dog_walk',NULL,NULL,'mon_morning; tue_morning',NULL,NULL,NULL,NULL,'web','new',NULL,'bath_north',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
CREATE TABLE help_requests_now (
	id TEXT NOT NULL,
	at TEXT NOT NULL,
	"by" TEXT NOT NULL,
	changed_at TEXT NOT NULL,
	void TEXT,
	for_whom TEXT,
	referrer_name TEXT,
	referrer_telephone TEXT,
	referrer_email TEXT,
	referrer_who TEXT,
	they_agree TEXT,
	name TEXT,
	telephone TEXT,
	email TEXT,
	reach_by TEXT,
	text_only TEXT,
	postcode TEXT,
	address TEXT,
	tasks TEXT,
	details TEXT,
	urgency TEXT,
	slots TEXT,
	languages TEXT,
	access_needs TEXT,
	who_again TEXT,
	extra TEXT,
	channel TEXT,
	status TEXT,
	flags TEXT,
	hub TEXT,
	resident_id TEXT,
	closed_reason TEXT,
	duplicate_of TEXT,
	hold_until TEXT,
	notes TEXT, agreed_how TEXT, speaks_for TEXT, health_consent TEXT, consent_notes TEXT,
	PRIMARY KEY (id)
);
INSERT INTO "help_requests_now" VALUES('R-52WJ-QR1Y-G','2026-11-16T13:00:00.540Z','web','2026-11-18T15:55:01.565Z',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'Nina New','01632 960001',NULL,NULL,NULL,'BA1 5AW','1 Invented Row','dog_walk','A dog, Bess, and a cat',NULL,'mon_morning; tue_morning',NULL,NULL,NULL,NULL,'web','new',NULL,'bath_north',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "help_requests_now" VALUES('R-HTT6-AQJK-2','2026-11-16T13:00:00.545Z','web','2026-11-18T13:55:01.220Z',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'Ursula Urgent','01632 960002',NULL,NULL,NULL,'BA1 5AW','2 Invented Row','shopping','No food in the house
second line','today','mon_morning; tue_morning',NULL,NULL,NULL,NULL,'web','new','too_fast','bath_north',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "help_requests_now" VALUES('R-Y79C-KBCZ-Z','2026-11-16T13:00:00.550Z','web','2026-11-16T13:00:00.555Z',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'Nora Noanswer','01632 960003',NULL,NULL,NULL,'BA1 5AW','3 Invented Row','dog_walk','The dog is called Bess',NULL,'mon_morning; tue_morning',NULL,NULL,NULL,NULL,'web','no_answer',NULL,'bath_north',NULL,NULL,NULL,'2026-11-17T09:00:00.000Z',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "help_requests_now" VALUES('R-FVHP-KV52-9','2026-11-16T13:00:00.565Z','web','2026-11-16T13:00:00.570Z',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'Clive Closed','01632 960004',NULL,NULL,NULL,'BA1 5AW','4 Invented Row','dog_walk','The dog is called Bess',NULL,'mon_morning; tue_morning',NULL,NULL,NULL,NULL,'web','closed',NULL,'bath_north',NULL,'not_wanted',NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "help_requests_now" VALUES('R-G0ZN-BHBE-H','2026-11-16T13:00:00.580Z','web','2026-11-16T13:00:00.585Z',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'Nina New','01632 960001',NULL,NULL,NULL,'BA1 5AW','1000 Invented Row','dog_walk','The dog is called Bess',NULL,'mon_morning; tue_morning',NULL,NULL,NULL,NULL,'web','closed',NULL,'bath_north',NULL,'duplicate','R-52WJ-QR1Y-G',NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "help_requests_now" VALUES('R-4BZY-YB3C-V','2026-11-16T13:00:00.595Z','web','2026-11-16T13:05:00.600Z',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'Rita Resident','01632 960020',NULL,NULL,NULL,'BA1 5AW','20 Invented Row','dog_walk','The dog is called Bess',NULL,'mon_morning; tue_morning',NULL,NULL,NULL,NULL,'web','triaged',NULL,'bath_north','P-33XD-PZPF-Q',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "help_requests_now" VALUES('R-XR0A-06WE-T','2026-11-16T13:05:00.610Z','web','2026-11-18T13:55:00.945Z',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'Reg Resident','01632 960021',NULL,NULL,NULL,'BA1 5AW','21 Invented Row','phone_call','The dog is called Bess',NULL,'mon_morning; tue_morning',NULL,NULL,NULL,NULL,'web','closed',NULL,'bath_north','P-6JRE-AV2E-2','done',NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "help_requests_now" VALUES('R-JBEH-GZ4D-T','2026-11-16T13:10:00.625Z','web','2026-11-16T13:15:00.630Z',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'Rosa Resident','01632 960022',NULL,NULL,NULL,'BA1 5AW','22 Invented Row','dog_walk','The dog is called Bess',NULL,'mon_morning; tue_morning',NULL,NULL,NULL,NULL,'web','triaged',NULL,'bath_north','P-GSYN-C640-R',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "help_requests_now" VALUES('R-YR1N-SZPM-E','2026-11-16T13:15:00.640Z','web','2026-11-16T13:20:00.645Z',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'Ravi Resident','01632 960023',NULL,NULL,NULL,'BA1 5AW','23 Invented Row','phone_call','The dog is called Bess',NULL,'mon_morning; tue_morning',NULL,'Ring twice',NULL,NULL,'web','triaged',NULL,'bath_north','P-R7V7-T5SB-Y',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "help_requests_now" VALUES('R-KAPX-7D4V-C','2026-11-16T13:20:00.655Z','web','2026-11-16T13:25:00.660Z',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'Ruth Resident','01632 960024',NULL,NULL,NULL,'BA1 5AW','24 Invented Row','dog_walk','The dog is called Bess',NULL,'mon_morning; tue_morning',NULL,NULL,NULL,NULL,'web','triaged',NULL,'bath_north','P-SQ3M-E832-7',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "help_requests_now" VALUES('R-JARZ-P9E7-Z','2026-11-16T13:25:00.670Z','web','2026-11-16T13:30:00.675Z',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'Rob Resident','01632 960025',NULL,NULL,NULL,'BA1 5AW','25 Invented Row','phone_call','The dog is called Bess',NULL,'mon_morning; tue_morning',NULL,NULL,NULL,NULL,'web','triaged',NULL,'bath_north','P-MEAF-N6PW-R',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "help_requests_now" VALUES('R-6GH6-QRYN-B','2026-11-16T13:30:00.685Z','web','2026-11-16T13:35:00.690Z',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'Ros Resident','01632 960026',NULL,NULL,NULL,'BA1 5AW','26 Invented Row','dog_walk','The dog is called Bess',NULL,'mon_morning; tue_morning',NULL,NULL,NULL,NULL,'web','triaged',NULL,'bath_north','P-4JTP-CGPT-R',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "help_requests_now" VALUES('R-38G3-25NR-5','2026-11-16T13:35:00.700Z','web','2026-11-16T13:40:00.705Z',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'Ray Resident','01632 960027',NULL,NULL,NULL,'BA1 5AW','27 Invented Row','phone_call','The dog is called Bess',NULL,'mon_morning; tue_morning',NULL,NULL,NULL,NULL,'web','triaged',NULL,'bath_north','P-6T79-ESXQ-Z',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "help_requests_now" VALUES('R-TG9H-S59S-T','2026-11-16T13:40:00.715Z','web','2026-11-16T13:45:00.720Z',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'Ria Resident','01632 960028',NULL,NULL,NULL,'BA1 5AW','28 Invented Row','dog_walk','The dog is called Bess',NULL,'mon_morning; tue_morning',NULL,NULL,NULL,NULL,'web','triaged',NULL,'bath_north','P-GEF5-9H5B-M',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "help_requests_now" VALUES('R-0F29-QGFT-J','2026-11-16T13:45:00.730Z','web','2026-11-16T13:50:00.735Z',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'Ron Resident','01632 960029',NULL,NULL,NULL,'BA1 5AW','29 Invented Row','phone_call','The dog is called Bess',NULL,'mon_morning; tue_morning',NULL,NULL,NULL,NULL,'web','triaged',NULL,'bath_north','P-56PA-AMHH-Y',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "help_requests_now" VALUES('R-KKPD-FYAW-7','2026-11-16T13:50:00.745Z','web','2026-11-16T13:55:00.750Z',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'Roy Resident','01632 960030',NULL,NULL,NULL,'BA1 5AW','30 Invented Row','dog_walk','The dog is called Bess',NULL,'mon_morning; tue_morning',NULL,NULL,NULL,NULL,'web','triaged',NULL,'bath_north','P-0K4A-7TRD-K',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "help_requests_now" VALUES('R-HJMW-D0E7-M','2026-11-18T13:55:01.385Z','web','2026-11-18T13:55:01.385Z',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'Carys Concerned','01632 960095',NULL,NULL,NULL,'BA1 5AW','95 Invented Row','dog_walk',NULL,NULL,'mon_morning; tue_morning',NULL,NULL,NULL,NULL,'web','new',NULL,'bath_north',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
CREATE TABLE kept_apart (
	concern_id TEXT NOT NULL,
	"table" TEXT NOT NULL,
	record_id TEXT NOT NULL,
	PRIMARY KEY (concern_id, "table", record_id)
);
INSERT INTO "kept_apart" VALUES('X-7QDM-WQVV-Q','help_requests','R-HJMW-D0E7-M');
CREATE TABLE matches (
	id TEXT NOT NULL,
	at TEXT NOT NULL,
	"by" TEXT NOT NULL,
	action TEXT,
	need_id TEXT,
	volunteer_id TEXT,
	status TEXT,
	cost BIGINT,
	why TEXT,
	seen_at TEXT,
	rank BIGINT,
	released_at TEXT,
	ended_reason TEXT,
	PRIMARY KEY (id)
);
INSERT INTO "matches" VALUES('M-C23N-VF2A-K','2026-11-17T13:55:00.805Z','Cora Coordinator','choose_another-72NPNQNEFEJ6R4YV','N-ATG2-F19P-6','V-3Q8W-55H2-9','approved',NULL,'1.3 km away by car. Both free on Monday mornings and Tuesday mornings. Never asked before. Has nothing on now',NULL,NULL,NULL,NULL);
INSERT INTO "matches" VALUES('M-7RFQ-JK91-6','2026-11-17T13:55:00.865Z','Cora Coordinator','choose_another-2S6RW2P4HFDETA4F','N-HVYT-CP01-A','V-7Q3M-WCDJ-R','approved',NULL,'Helps by telephone. Both free on Monday mornings and Tuesday mornings. Never asked before. Has nothing on now',NULL,NULL,NULL,NULL);
INSERT INTO "matches" VALUES('M-X9Q7-N29V-K','2026-11-18T13:55:00.955Z','Cora Coordinator','choose_another-T9NVRMN8N0WCXEM6','N-3SE0-55B8-J','V-8DVY-B493-4','approved',NULL,'1.3 km away by car. Both free on Monday mornings and Tuesday mornings. Never asked before. Has nothing on now',NULL,NULL,NULL,NULL);
INSERT INTO "matches" VALUES('M-HBTD-8GYR-D','2026-11-18T13:55:00.975Z','Cora Coordinator','choose_another-D6ANMKGAPG90WQ2T','N-PBK5-DE50-9','V-E255-9RVV-K','approved',NULL,'Helps by telephone. Both free on Monday mornings and Tuesday mornings. Never asked before. Has nothing on now',NULL,NULL,NULL,NULL);
INSERT INTO "matches" VALUES('M-D3X1-PVSK-1','2026-11-18T13:55:00.985Z','Cora Coordinator','choose_another-ZSSNMXV5W24JBTC7','N-ZC2W-6FNN-A','V-HS27-RCWT-B','approved',NULL,'1.3 km away by car. Both free on Monday mornings and Tuesday mornings. Never asked before. Has nothing on now',NULL,NULL,NULL,NULL);
INSERT INTO "matches" VALUES('M-AZSB-QD1R-5','2026-11-18T13:55:01.005Z','Cora Coordinator','choose_another-4JQB0ZB0T9M246JE','N-KS1H-K4ZQ-D','V-7Q3M-WCDJ-R','approved',NULL,'Helps by telephone. Both free on Monday mornings and Tuesday mornings. Last asked yesterday. Has helped one time before, and has nothing on now',NULL,NULL,NULL,NULL);
INSERT INTO "matches" VALUES('M-40NC-MCHW-S','2026-11-18T13:55:01.040Z','matching','propose-3G2QNXQE9JCABK97','N-5CWR-4R9N-D','V-E255-9RVV-K','proposed',3832,'1.3 km away by car. Both free on Monday mornings and Tuesday mornings. Never asked before. Helps with one other need now',NULL,NULL,NULL,NULL);
INSERT INTO "matches" VALUES('M-BXKD-QD4F-T','2026-11-18T13:55:01.040Z','matching','propose-3G2QNXQE9JCABK97','N-CDQ6-X82F-A','V-7Q3M-WCDJ-R','proposed',4457,'1.3 km away by car. Both free on Monday mornings and Tuesday mornings. Last asked today. Has helped one time before, and has nothing on now',NULL,NULL,NULL,NULL);
INSERT INTO "matches" VALUES('M-0ZE2-W24T-P','2026-11-18T13:55:01.040Z','matching','propose-3G2QNXQE9JCABK97','N-CNCC-75AC-J','V-HS27-RCWT-B','proposed',4000,'Helps by telephone. Both free on Monday mornings and Tuesday mornings. Last asked today. Has nothing on now',NULL,NULL,NULL,NULL);
INSERT INTO "matches" VALUES('M-0Y5H-Q8AW-H','2026-11-18T13:55:01.040Z','matching','propose-3G2QNXQE9JCABK97','N-CTHC-DQG1-8','V-MSK8-6ZWZ-P','proposed',3457,'1.3 km away by car. Both free on Monday mornings and Tuesday mornings. Never asked before. Has nothing on now',NULL,NULL,NULL,NULL);
INSERT INTO "matches" VALUES('M-JSA5-8TZX-G','2026-11-18T13:55:01.040Z','matching','propose-3G2QNXQE9JCABK97','N-KS1H-K4ZQ-D','V-HS27-RCWT-B','proposed',4000,'Helps by telephone. Both free on Monday mornings and Tuesday mornings. Last asked today. Has nothing on now',NULL,NULL,NULL,NULL);
INSERT INTO "matches" VALUES('M-42KN-R41R-8','2026-11-18T13:55:01.040Z','matching','propose-3G2QNXQE9JCABK97','N-N4M1-BQWS-4','V-MSK8-6ZWZ-P','proposed',3000,'Helps by telephone. Both free on Monday mornings and Tuesday mornings. Never asked before. Has nothing on now',NULL,NULL,NULL,NULL);
INSERT INTO "matches" VALUES('M-JE86-1CBY-X','2026-11-18T13:55:01.040Z','matching','propose-3G2QNXQE9JCABK97','N-ZC2W-6FNN-A','V-7Q3M-WCDJ-R','proposed',4457,'1.3 km away by car. Both free on Monday mornings and Tuesday mornings. Last asked today. Has helped one time before, and has nothing on now',NULL,NULL,NULL,NULL);
INSERT INTO "matches" VALUES('M-M0R2-Q2J3-X','2026-11-18T13:55:01.045Z','Cora Coordinator','choose_another-W5TGB2T6DXDEZXC4','N-5CWR-4R9N-D','V-MSK8-6ZWZ-P','approved',NULL,'1.3 km away by car. Both free on Monday mornings and Tuesday mornings. Never asked before. Has nothing on now',NULL,NULL,NULL,NULL);
INSERT INTO "matches" VALUES('M-M0VM-VKDZ-T','2026-11-18T13:55:01.080Z','Cora Coordinator','choose_another-X6NMBF6CCWZCKJJN','N-CDQ6-X82F-A','V-HS27-RCWT-B','approved',NULL,'1.3 km away by car. Both free on Monday mornings and Tuesday mornings. Last asked today. Has nothing on now',NULL,NULL,NULL,NULL);
INSERT INTO "matches" VALUES('M-NSV2-VEFX-R','2026-11-18T13:55:01.110Z','Cora Coordinator','choose_another-CT9DN6RGJTZZQP2M','N-CNCC-75AC-J','V-E255-9RVV-K','approved',NULL,'Helps by telephone. Both free on Monday mornings and Tuesday mornings. Never asked before. Helps with one other need now',NULL,NULL,NULL,NULL);
CREATE TABLE matches_now (
	id TEXT NOT NULL,
	at TEXT NOT NULL,
	"by" TEXT NOT NULL,
	changed_at TEXT NOT NULL,
	void TEXT,
	need_id TEXT,
	volunteer_id TEXT,
	status TEXT,
	cost BIGINT,
	why TEXT,
	seen_at TEXT,
	rank BIGINT,
	released_at TEXT,
	ended_reason TEXT,
	PRIMARY KEY (id)
);
INSERT INTO "matches_now" VALUES('M-C23N-VF2A-K','2026-11-17T13:55:00.805Z','Cora Coordinator','2026-11-17T13:55:00.845Z',NULL,'N-ATG2-F19P-6','V-3Q8W-55H2-9','active',NULL,'1.3 km away by car. Both free on Monday mornings and Tuesday mornings. Never asked before. Has nothing on now',NULL,NULL,'2026-11-17T13:55:00.840Z',NULL);
INSERT INTO "matches_now" VALUES('M-7RFQ-JK91-6','2026-11-17T13:55:00.865Z','Cora Coordinator','2026-11-18T13:55:00.935Z',NULL,'N-HVYT-CP01-A','V-7Q3M-WCDJ-R','completed',NULL,'Helps by telephone. Both free on Monday mornings and Tuesday mornings. Never asked before. Has nothing on now',NULL,NULL,'2026-11-17T13:55:00.890Z',NULL);
INSERT INTO "matches_now" VALUES('M-X9Q7-N29V-K','2026-11-18T13:55:00.955Z','Cora Coordinator','2026-11-18T13:55:00.965Z',NULL,'N-3SE0-55B8-J','V-8DVY-B493-4','accepted',NULL,'1.3 km away by car. Both free on Monday mornings and Tuesday mornings. Never asked before. Has nothing on now',NULL,NULL,NULL,NULL);
INSERT INTO "matches_now" VALUES('M-HBTD-8GYR-D','2026-11-18T13:55:00.975Z','Cora Coordinator','2026-11-18T13:55:00.975Z',NULL,'N-PBK5-DE50-9','V-E255-9RVV-K','approved',NULL,'Helps by telephone. Both free on Monday mornings and Tuesday mornings. Never asked before. Has nothing on now',NULL,NULL,NULL,NULL);
INSERT INTO "matches_now" VALUES('M-D3X1-PVSK-1','2026-11-18T13:55:00.985Z','Cora Coordinator','2026-11-18T13:55:00.995Z',NULL,'N-ZC2W-6FNN-A','V-HS27-RCWT-B','declined',NULL,'1.3 km away by car. Both free on Monday mornings and Tuesday mornings. Never asked before. Has nothing on now',NULL,NULL,NULL,'Away that week');
INSERT INTO "matches_now" VALUES('M-AZSB-QD1R-5','2026-11-18T13:55:01.005Z','Cora Coordinator','2026-11-18T13:55:01.025Z',NULL,'N-KS1H-K4ZQ-D','V-7Q3M-WCDJ-R','cancelled',NULL,'Helps by telephone. Both free on Monday mornings and Tuesday mornings. Last asked yesterday. Has helped one time before, and has nothing on now',NULL,NULL,NULL,'The dog is well again');
INSERT INTO "matches_now" VALUES('M-40NC-MCHW-S','2026-11-18T13:55:01.040Z','matching','2026-11-18T13:55:01.045Z',NULL,'N-5CWR-4R9N-D','V-E255-9RVV-K','superseded',3832,'1.3 km away by car. Both free on Monday mornings and Tuesday mornings. Never asked before. Helps with one other need now',NULL,NULL,NULL,NULL);
INSERT INTO "matches_now" VALUES('M-BXKD-QD4F-T','2026-11-18T13:55:01.040Z','matching','2026-11-18T13:55:01.080Z',NULL,'N-CDQ6-X82F-A','V-7Q3M-WCDJ-R','superseded',4457,'1.3 km away by car. Both free on Monday mornings and Tuesday mornings. Last asked today. Has helped one time before, and has nothing on now',NULL,NULL,NULL,NULL);
INSERT INTO "matches_now" VALUES('M-0ZE2-W24T-P','2026-11-18T13:55:01.040Z','matching','2026-11-18T13:55:01.110Z',NULL,'N-CNCC-75AC-J','V-HS27-RCWT-B','superseded',4000,'Helps by telephone. Both free on Monday mornings and Tuesday mornings. Last asked today. Has nothing on now','2026-11-18T13:55:01.100Z',NULL,NULL,NULL);
INSERT INTO "matches_now" VALUES('M-0Y5H-Q8AW-H','2026-11-18T13:55:01.040Z','matching','2026-11-18T13:55:01.045Z',NULL,'N-CTHC-DQG1-8','V-MSK8-6ZWZ-P','superseded',3457,'1.3 km away by car. Both free on Monday mornings and Tuesday mornings. Never asked before. Has nothing on now',NULL,NULL,NULL,NULL);
INSERT INTO "matches_now" VALUES('M-JSA5-8TZX-G','2026-11-18T13:55:01.040Z','matching','2026-11-18T13:55:01.080Z',NULL,'N-KS1H-K4ZQ-D','V-HS27-RCWT-B','superseded',4000,'Helps by telephone. Both free on Monday mornings and Tuesday mornings. Last asked today. Has nothing on now',NULL,NULL,NULL,NULL);
INSERT INTO "matches_now" VALUES('M-42KN-R41R-8','2026-11-18T13:55:01.040Z','matching','2026-11-18T13:55:01.075Z',NULL,'N-N4M1-BQWS-4','V-MSK8-6ZWZ-P','lapsed',3000,'Helps by telephone. Both free on Monday mornings and Tuesday mornings. Never asked before. Has nothing on now',NULL,NULL,NULL,NULL);
INSERT INTO "matches_now" VALUES('M-JE86-1CBY-X','2026-11-18T13:55:01.040Z','matching','2026-11-18T13:55:01.040Z',NULL,'N-ZC2W-6FNN-A','V-7Q3M-WCDJ-R','proposed',4457,'1.3 km away by car. Both free on Monday mornings and Tuesday mornings. Last asked today. Has helped one time before, and has nothing on now',NULL,NULL,NULL,NULL);
INSERT INTO "matches_now" VALUES('M-M0R2-Q2J3-X','2026-11-18T13:55:01.045Z','Cora Coordinator','2026-11-18T13:55:01.055Z',NULL,'N-5CWR-4R9N-D','V-MSK8-6ZWZ-P','offered',NULL,'1.3 km away by car. Both free on Monday mornings and Tuesday mornings. Never asked before. Has nothing on now',NULL,NULL,NULL,NULL);
INSERT INTO "matches_now" VALUES('M-M0VM-VKDZ-T','2026-11-18T13:55:01.080Z','Cora Coordinator','2026-11-18T13:55:01.090Z',NULL,'N-CDQ6-X82F-A','V-HS27-RCWT-B','stood_down',NULL,'1.3 km away by car. Both free on Monday mornings and Tuesday mornings. Last asked today. Has nothing on now',NULL,NULL,NULL,NULL);
INSERT INTO "matches_now" VALUES('M-NSV2-VEFX-R','2026-11-18T13:55:01.110Z','Cora Coordinator','2026-11-18T13:55:01.110Z',NULL,'N-CNCC-75AC-J','V-E255-9RVV-K','approved',NULL,'Helps by telephone. Both free on Monday mornings and Tuesday mornings. Never asked before. Helps with one other need now',NULL,NULL,NULL,NULL);
CREATE TABLE needs (
	id TEXT NOT NULL,
	at TEXT NOT NULL,
	"by" TEXT NOT NULL,
	action TEXT,
	request_id TEXT,
	resident_id TEXT,
	task_type TEXT,
	details TEXT,
	urgency TEXT,
	slots TEXT,
	recurs TEXT,
	people BIGINT,
	languages TEXT,
	hub TEXT,
	easting DOUBLE,
	northing DOUBLE,
	sector TEXT,
	asked_at TEXT,
	hold_until TEXT,
	status TEXT,
	closed_reason TEXT, min_dbs TEXT,
	PRIMARY KEY (id)
);
INSERT INTO "needs" VALUES('N-ATG2-F19P-6','2026-11-16T13:05:00.600Z','Cora Coordinator','triage-369NWFNA56FXB931','R-4BZY-YB3C-V','P-33XD-PZPF-Q','dog_walk','A walk round the park','this_week','mon_morning; tue_morning','weekly',1,NULL,'bath_north',375126.0,164839.0,'BA1 5','2026-11-16T13:00:00.595Z',NULL,'open',NULL,NULL);
INSERT INTO "needs" VALUES('N-HVYT-CP01-A','2026-11-16T13:10:00.615Z','Cora Coordinator','triage-KMGXV5RHM3EHWRF5','R-XR0A-06WE-T','P-6JRE-AV2E-2','phone_call','A walk round the park','whenever','mon_morning; tue_morning','weekly',1,NULL,'bath_north',375126.0,164839.0,'BA1 5','2026-11-16T13:05:00.610Z',NULL,'open',NULL,NULL);
INSERT INTO "needs" VALUES('N-3SE0-55B8-J','2026-11-16T13:15:00.630Z','Cora Coordinator','triage-G9S1JGHCCW9H10QS','R-JBEH-GZ4D-T','P-GSYN-C640-R','dog_walk','A walk round the park','two_days','mon_morning; tue_morning','once',1,NULL,'bath_north',375126.0,164839.0,'BA1 5','2026-11-16T13:10:00.625Z',NULL,'open',NULL,NULL);
INSERT INTO "needs" VALUES('N-PBK5-DE50-9','2026-11-16T13:20:00.645Z','Cora Coordinator','triage-CYXFWWDB7AM7JHTE','R-YR1N-SZPM-E','P-R7V7-T5SB-Y','phone_call','A walk round the park','today','mon_morning; tue_morning','weekly',1,NULL,'bath_north',375126.0,164839.0,'BA1 5','2026-11-16T13:15:00.640Z',NULL,'open',NULL,NULL);
INSERT INTO "needs" VALUES('N-ZC2W-6FNN-A','2026-11-16T13:25:00.660Z','Cora Coordinator','triage-0W6Z4XGR55ETP62N','R-KAPX-7D4V-C','P-SQ3M-E832-7','dog_walk','A walk round the park','this_week','mon_morning; tue_morning','once',1,NULL,'bath_north',375126.0,164839.0,'BA1 5','2026-11-16T13:20:00.655Z',NULL,'open',NULL,NULL);
INSERT INTO "needs" VALUES('N-KS1H-K4ZQ-D','2026-11-16T13:30:00.675Z','Cora Coordinator','triage-7N7QQKQX2YXW9FH8','R-JARZ-P9E7-Z','P-MEAF-N6PW-R','phone_call','A walk round the park','whenever','mon_morning; tue_morning','weekly',1,NULL,'bath_north',375126.0,164839.0,'BA1 5','2026-11-16T13:25:00.670Z',NULL,'open',NULL,NULL);
INSERT INTO "needs" VALUES('N-5CWR-4R9N-D','2026-11-16T13:35:00.690Z','Cora Coordinator','triage-VEJJJ0PPVEECVTQF','R-6GH6-QRYN-B','P-4JTP-CGPT-R','dog_walk','A walk round the park','two_days','mon_morning; tue_morning','once',1,NULL,'bath_north',375126.0,164839.0,'BA1 5','2026-11-16T13:30:00.685Z',NULL,'open',NULL,NULL);
INSERT INTO "needs" VALUES('N-N4M1-BQWS-4','2026-11-16T13:40:00.705Z','Cora Coordinator','triage-0KV7GRHDXY7EBZKG','R-38G3-25NR-5','P-6T79-ESXQ-Z','phone_call','A walk round the park','today','mon_morning; tue_morning','weekly',1,NULL,'bath_north',375126.0,164839.0,'BA1 5','2026-11-16T13:35:00.700Z',NULL,'open',NULL,NULL);
INSERT INTO "needs" VALUES('N-CDQ6-X82F-A','2026-11-16T13:45:00.720Z','Cora Coordinator','triage-3S6930JQ6XTX1TN0','R-TG9H-S59S-T','P-GEF5-9H5B-M','dog_walk','A walk round the park','this_week','mon_morning; tue_morning','once',1,NULL,'bath_north',375126.0,164839.0,'BA1 5','2026-11-16T13:40:00.715Z',NULL,'open',NULL,NULL);
INSERT INTO "needs" VALUES('N-CNCC-75AC-J','2026-11-16T13:50:00.735Z','Cora Coordinator','triage-P6Q0R05PGAC3XCRJ','R-0F29-QGFT-J','P-56PA-AMHH-Y','phone_call','A walk round the park','whenever','mon_morning; tue_morning','weekly',1,NULL,'bath_north',375126.0,164839.0,'BA1 5','2026-11-16T13:45:00.730Z',NULL,'open',NULL,NULL);
INSERT INTO "needs" VALUES('N-CTHC-DQG1-8','2026-11-16T13:55:00.750Z','Cora Coordinator','triage-45E7DFJWV9G6THRP','R-KKPD-FYAW-7','P-0K4A-7TRD-K','dog_walk','A walk round the park','two_days','mon_morning; tue_morning','once',1,NULL,'bath_north',375126.0,164839.0,'BA1 5','2026-11-16T13:50:00.745Z',NULL,'open',NULL,NULL);
CREATE TABLE needs_now (
	id TEXT NOT NULL,
	at TEXT NOT NULL,
	"by" TEXT NOT NULL,
	changed_at TEXT NOT NULL,
	void TEXT,
	request_id TEXT,
	resident_id TEXT,
	task_type TEXT,
	details TEXT,
	urgency TEXT,
	slots TEXT,
	recurs TEXT,
	people BIGINT,
	languages TEXT,
	hub TEXT,
	easting DOUBLE,
	northing DOUBLE,
	sector TEXT,
	asked_at TEXT,
	hold_until TEXT,
	status TEXT,
	closed_reason TEXT, min_dbs TEXT,
	PRIMARY KEY (id)
);
INSERT INTO "needs_now" VALUES('N-ATG2-F19P-6','2026-11-16T13:05:00.600Z','Cora Coordinator','2026-11-16T13:05:00.600Z',NULL,'R-4BZY-YB3C-V','P-33XD-PZPF-Q','dog_walk','A walk round the park','this_week','mon_morning; tue_morning','weekly',1,NULL,'bath_north',375126.0,164839.0,'BA1 5','2026-11-16T13:00:00.595Z',NULL,'open',NULL,NULL);
INSERT INTO "needs_now" VALUES('N-HVYT-CP01-A','2026-11-16T13:10:00.615Z','Cora Coordinator','2026-11-18T13:55:00.945Z',NULL,'R-XR0A-06WE-T','P-6JRE-AV2E-2','phone_call','A walk round the park','whenever','mon_morning; tue_morning','weekly',1,NULL,'bath_north',375126.0,164839.0,'BA1 5','2026-11-16T13:05:00.610Z',NULL,'closed','done',NULL);
INSERT INTO "needs_now" VALUES('N-3SE0-55B8-J','2026-11-16T13:15:00.630Z','Cora Coordinator','2026-11-16T13:15:00.630Z',NULL,'R-JBEH-GZ4D-T','P-GSYN-C640-R','dog_walk','A walk round the park','two_days','mon_morning; tue_morning','once',1,NULL,'bath_north',375126.0,164839.0,'BA1 5','2026-11-16T13:10:00.625Z',NULL,'open',NULL,NULL);
INSERT INTO "needs_now" VALUES('N-PBK5-DE50-9','2026-11-16T13:20:00.645Z','Cora Coordinator','2026-11-18T13:55:01.240Z',NULL,'R-YR1N-SZPM-E','P-R7V7-T5SB-Y','phone_call','A walk round the park','today','mon_morning; tue_morning','weekly',1,NULL,'bath_south_east',374519.0,163950.0,'BA2 3','2026-11-16T13:15:00.640Z',NULL,'open',NULL,NULL);
INSERT INTO "needs_now" VALUES('N-ZC2W-6FNN-A','2026-11-16T13:25:00.660Z','Cora Coordinator','2026-11-16T13:25:00.660Z',NULL,'R-KAPX-7D4V-C','P-SQ3M-E832-7','dog_walk','A walk round the park','this_week','mon_morning; tue_morning','once',1,NULL,'bath_north',375126.0,164839.0,'BA1 5','2026-11-16T13:20:00.655Z',NULL,'open',NULL,NULL);
INSERT INTO "needs_now" VALUES('N-KS1H-K4ZQ-D','2026-11-16T13:30:00.675Z','Cora Coordinator','2026-11-16T13:30:00.675Z',NULL,'R-JARZ-P9E7-Z','P-MEAF-N6PW-R','phone_call','A walk round the park','whenever','mon_morning; tue_morning','weekly',1,NULL,'bath_north',375126.0,164839.0,'BA1 5','2026-11-16T13:25:00.670Z',NULL,'open',NULL,NULL);
INSERT INTO "needs_now" VALUES('N-5CWR-4R9N-D','2026-11-16T13:35:00.690Z','Cora Coordinator','2026-11-16T13:35:00.690Z',NULL,'R-6GH6-QRYN-B','P-4JTP-CGPT-R','dog_walk','A walk round the park','two_days','mon_morning; tue_morning','once',1,NULL,'bath_north',375126.0,164839.0,'BA1 5','2026-11-16T13:30:00.685Z',NULL,'open',NULL,NULL);
INSERT INTO "needs_now" VALUES('N-N4M1-BQWS-4','2026-11-16T13:40:00.705Z','Cora Coordinator','2026-11-16T13:40:00.705Z',NULL,'R-38G3-25NR-5','P-6T79-ESXQ-Z','phone_call','A walk round the park','today','mon_morning; tue_morning','weekly',1,NULL,'bath_north',375126.0,164839.0,'BA1 5','2026-11-16T13:35:00.700Z',NULL,'open',NULL,NULL);
INSERT INTO "needs_now" VALUES('N-CDQ6-X82F-A','2026-11-16T13:45:00.720Z','Cora Coordinator','2026-11-16T13:45:00.720Z',NULL,'R-TG9H-S59S-T','P-GEF5-9H5B-M','dog_walk','A walk round the park','this_week','mon_morning; tue_morning','once',1,NULL,'bath_north',375126.0,164839.0,'BA1 5','2026-11-16T13:40:00.715Z',NULL,'open',NULL,NULL);
INSERT INTO "needs_now" VALUES('N-CNCC-75AC-J','2026-11-16T13:50:00.735Z','Cora Coordinator','2026-11-16T13:50:00.735Z',NULL,'R-0F29-QGFT-J','P-56PA-AMHH-Y','phone_call','A walk round the park','whenever','mon_morning; tue_morning','weekly',1,NULL,'bath_north',375126.0,164839.0,'BA1 5','2026-11-16T13:45:00.730Z',NULL,'open',NULL,NULL);
INSERT INTO "needs_now" VALUES('N-CTHC-DQG1-8','2026-11-16T13:55:00.750Z','Cora Coordinator','2026-11-16T13:55:00.750Z',NULL,'R-KKPD-FYAW-7','P-0K4A-7TRD-K','dog_walk','A walk round the park','two_days','mon_morning; tue_morning','once',1,NULL,'bath_north',375126.0,164839.0,'BA1 5','2026-11-16T13:50:00.745Z',NULL,'open',NULL,NULL);
CREATE TABLE organisations (
	id TEXT NOT NULL,
	at TEXT NOT NULL,
	"by" TEXT NOT NULL,
	action TEXT,
	name TEXT,
	website TEXT,
	what_we_do TEXT,
	commitments TEXT,
	contact_name TEXT,
	contact_role TEXT,
	telephone TEXT,
	email TEXT,
	postcode TEXT,
	may_sign TEXT,
	extra TEXT,
	status TEXT,
	flags TEXT,
	signed_on TEXT,
	notes TEXT, signs_charter TEXT,
	PRIMARY KEY (id)
);
INSERT INTO "organisations" VALUES('O-1YTH-ZMKE-E','2026-11-18T13:55:01.135Z','web',NULL,'The Offered Invented Trust','https://example.org','Soup, and company','listen','Orla Organiser',NULL,NULL,'orla@example.org',NULL,'yes',NULL,'offered',NULL,'2026-11-16',NULL,'yes');
INSERT INTO "organisations" VALUES('O-00GG-DKJA-N','2026-11-18T13:55:01.140Z','web',NULL,'The Approved Invented Trust','https://example.org','Soup, and company','listen','Orla Organiser',NULL,NULL,'orla@example.org',NULL,'yes',NULL,'offered',NULL,'2026-11-16',NULL,'yes');
INSERT INTO "organisations" VALUES('O-0H2F-BM8R-G','2026-11-18T13:55:01.155Z','web',NULL,'The Withdrawn Invented Trust','https://example.org','Soup, and company','listen','Orla Organiser',NULL,NULL,'orla@example.org',NULL,'yes',NULL,'offered',NULL,'2026-11-16',NULL,'yes');
CREATE TABLE organisations_now (
	id TEXT NOT NULL,
	at TEXT NOT NULL,
	"by" TEXT NOT NULL,
	changed_at TEXT NOT NULL,
	void TEXT,
	name TEXT,
	website TEXT,
	what_we_do TEXT,
	commitments TEXT,
	contact_name TEXT,
	contact_role TEXT,
	telephone TEXT,
	email TEXT,
	postcode TEXT,
	may_sign TEXT,
	extra TEXT,
	status TEXT,
	flags TEXT,
	signed_on TEXT,
	notes TEXT, signs_charter TEXT,
	PRIMARY KEY (id)
);
INSERT INTO "organisations_now" VALUES('O-1YTH-ZMKE-E','2026-11-18T13:55:01.135Z','web','2026-11-18T13:55:01.135Z',NULL,'The Offered Invented Trust','https://example.org','Soup, and company','listen','Orla Organiser',NULL,NULL,'orla@example.org',NULL,'yes',NULL,'offered',NULL,'2026-11-16',NULL,'yes');
INSERT INTO "organisations_now" VALUES('O-00GG-DKJA-N','2026-11-18T13:55:01.140Z','web','2026-11-18T13:55:01.145Z',NULL,'The Approved Invented Trust','https://example.org','Soup, and company','listen','Orla Organiser',NULL,NULL,'orla@example.org',NULL,'yes',NULL,'approved',NULL,'2026-11-16',NULL,'yes');
INSERT INTO "organisations_now" VALUES('O-0H2F-BM8R-G','2026-11-18T13:55:01.155Z','web','2026-11-18T13:55:01.170Z',NULL,'The Withdrawn Invented Trust','https://example.org','Soup, and company','listen','Orla Organiser',NULL,NULL,'orla@example.org',NULL,'yes',NULL,'withdrawn',NULL,'2026-11-16',NULL,'yes');
CREATE TABLE pairs (
	id TEXT NOT NULL,
	at TEXT NOT NULL,
	"by" TEXT NOT NULL,
	action TEXT,
	resident_id TEXT,
	volunteer_id TEXT,
	since TEXT,
	next_check TEXT,
	PRIMARY KEY (id)
);
INSERT INTO "pairs" VALUES('J-3BGD-C1FC-8','2026-11-17T13:55:00.855Z','Cora Coordinator','done-KYPHA2QHMVDAB71G','P-33XD-PZPF-Q','V-3Q8W-55H2-9','2026-11-17','2026-12-15');
INSERT INTO "pairs" VALUES('J-GB80-44FE-V','2026-11-18T13:55:00.925Z','Cora Coordinator','done-NZV2R6HF8Y2DPWQM','P-6JRE-AV2E-2','V-7Q3M-WCDJ-R','2026-11-18','2026-12-16');
CREATE TABLE pairs_now (
	id TEXT NOT NULL,
	at TEXT NOT NULL,
	"by" TEXT NOT NULL,
	changed_at TEXT NOT NULL,
	void TEXT,
	resident_id TEXT,
	volunteer_id TEXT,
	since TEXT,
	next_check TEXT,
	PRIMARY KEY (id)
);
INSERT INTO "pairs_now" VALUES('J-3BGD-C1FC-8','2026-11-17T13:55:00.855Z','Cora Coordinator','2026-11-17T13:55:00.855Z',NULL,'P-33XD-PZPF-Q','V-3Q8W-55H2-9','2026-11-17','2026-12-15');
INSERT INTO "pairs_now" VALUES('J-GB80-44FE-V','2026-11-18T13:55:00.925Z','Cora Coordinator','2026-11-18T13:55:00.925Z',NULL,'P-6JRE-AV2E-2','V-7Q3M-WCDJ-R','2026-11-18','2026-12-16');
CREATE TABLE program_memory (
	name TEXT NOT NULL,
	value TEXT NOT NULL,
	PRIMARY KEY (name)
);
CREATE TABLE residents (
	id TEXT NOT NULL,
	at TEXT NOT NULL,
	"by" TEXT NOT NULL,
	action TEXT,
	name TEXT,
	telephone TEXT,
	email TEXT,
	reach_by TEXT,
	text_only TEXT,
	postcode TEXT,
	address TEXT,
	languages TEXT,
	access_needs TEXT,
	extra TEXT,
	hub TEXT,
	easting DOUBLE,
	northing DOUBLE,
	sector TEXT,
	prefers TEXT,
	avoids TEXT,
	notes TEXT,
	PRIMARY KEY (id)
);
INSERT INTO "residents" VALUES('P-33XD-PZPF-Q','2026-11-16T13:05:00.600Z','Cora Coordinator','triage-369NWFNA56FXB931','Rita Resident','01632 960020',NULL,NULL,NULL,'BA1 5AW','20 Invented Row',NULL,NULL,NULL,'bath_north',375126.0,164839.0,'BA1 5',NULL,NULL,NULL);
INSERT INTO "residents" VALUES('P-6JRE-AV2E-2','2026-11-16T13:10:00.615Z','Cora Coordinator','triage-KMGXV5RHM3EHWRF5','Reg Resident','01632 960021',NULL,NULL,NULL,'BA1 5AW','21 Invented Row',NULL,NULL,NULL,'bath_north',375126.0,164839.0,'BA1 5',NULL,NULL,NULL);
INSERT INTO "residents" VALUES('P-GSYN-C640-R','2026-11-16T13:15:00.630Z','Cora Coordinator','triage-G9S1JGHCCW9H10QS','Rosa Resident','01632 960022',NULL,NULL,NULL,'BA1 5AW','22 Invented Row',NULL,NULL,NULL,'bath_north',375126.0,164839.0,'BA1 5',NULL,NULL,NULL);
INSERT INTO "residents" VALUES('P-R7V7-T5SB-Y','2026-11-16T13:20:00.645Z','Cora Coordinator','triage-CYXFWWDB7AM7JHTE','Ravi Resident','01632 960023',NULL,NULL,NULL,'BA1 5AW','23 Invented Row',NULL,'Ring twice',NULL,'bath_north',375126.0,164839.0,'BA1 5',NULL,NULL,NULL);
INSERT INTO "residents" VALUES('P-SQ3M-E832-7','2026-11-16T13:25:00.660Z','Cora Coordinator','triage-0W6Z4XGR55ETP62N','Ruth Resident','01632 960024',NULL,NULL,NULL,'BA1 5AW','24 Invented Row',NULL,NULL,NULL,'bath_north',375126.0,164839.0,'BA1 5',NULL,NULL,NULL);
INSERT INTO "residents" VALUES('P-MEAF-N6PW-R','2026-11-16T13:30:00.675Z','Cora Coordinator','triage-7N7QQKQX2YXW9FH8','Rob Resident','01632 960025',NULL,NULL,NULL,'BA1 5AW','25 Invented Row',NULL,NULL,NULL,'bath_north',375126.0,164839.0,'BA1 5',NULL,NULL,NULL);
INSERT INTO "residents" VALUES('P-4JTP-CGPT-R','2026-11-16T13:35:00.690Z','Cora Coordinator','triage-VEJJJ0PPVEECVTQF','Ros Resident','01632 960026',NULL,NULL,NULL,'BA1 5AW','26 Invented Row',NULL,NULL,NULL,'bath_north',375126.0,164839.0,'BA1 5',NULL,NULL,NULL);
INSERT INTO "residents" VALUES('P-6T79-ESXQ-Z','2026-11-16T13:40:00.705Z','Cora Coordinator','triage-0KV7GRHDXY7EBZKG','Ray Resident','01632 960027',NULL,NULL,NULL,'BA1 5AW','27 Invented Row',NULL,NULL,NULL,'bath_north',375126.0,164839.0,'BA1 5',NULL,NULL,NULL);
INSERT INTO "residents" VALUES('P-GEF5-9H5B-M','2026-11-16T13:45:00.720Z','Cora Coordinator','triage-3S6930JQ6XTX1TN0','Ria Resident','01632 960028',NULL,NULL,NULL,'BA1 5AW','28 Invented Row',NULL,NULL,NULL,'bath_north',375126.0,164839.0,'BA1 5',NULL,NULL,NULL);
INSERT INTO "residents" VALUES('P-56PA-AMHH-Y','2026-11-16T13:50:00.735Z','Cora Coordinator','triage-P6Q0R05PGAC3XCRJ','Ron Resident','01632 960029',NULL,NULL,NULL,'BA1 5AW','29 Invented Row',NULL,NULL,NULL,'bath_north',375126.0,164839.0,'BA1 5',NULL,NULL,NULL);
INSERT INTO "residents" VALUES('P-0K4A-7TRD-K','2026-11-16T13:55:00.750Z','Cora Coordinator','triage-45E7DFJWV9G6THRP','Roy Resident','01632 960030',NULL,NULL,NULL,'BA1 5AW','30 Invented Row',NULL,NULL,NULL,'bath_north',375126.0,164839.0,'BA1 5',NULL,NULL,NULL);
CREATE TABLE residents_now (
	id TEXT NOT NULL,
	at TEXT NOT NULL,
	"by" TEXT NOT NULL,
	changed_at TEXT NOT NULL,
	void TEXT,
	name TEXT,
	telephone TEXT,
	email TEXT,
	reach_by TEXT,
	text_only TEXT,
	postcode TEXT,
	address TEXT,
	languages TEXT,
	access_needs TEXT,
	extra TEXT,
	hub TEXT,
	easting DOUBLE,
	northing DOUBLE,
	sector TEXT,
	prefers TEXT,
	avoids TEXT,
	notes TEXT,
	PRIMARY KEY (id)
);
INSERT INTO "residents_now" VALUES('P-33XD-PZPF-Q','2026-11-16T13:05:00.600Z','Cora Coordinator','2026-11-16T13:05:00.600Z',NULL,'Rita Resident','01632 960020',NULL,NULL,NULL,'BA1 5AW','20 Invented Row',NULL,NULL,NULL,'bath_north',375126.0,164839.0,'BA1 5',NULL,NULL,NULL);
INSERT INTO "residents_now" VALUES('P-6JRE-AV2E-2','2026-11-16T13:10:00.615Z','Cora Coordinator','2026-11-16T13:10:00.615Z',NULL,'Reg Resident','01632 960021',NULL,NULL,NULL,'BA1 5AW','21 Invented Row',NULL,NULL,NULL,'bath_north',375126.0,164839.0,'BA1 5',NULL,NULL,NULL);
INSERT INTO "residents_now" VALUES('P-GSYN-C640-R','2026-11-16T13:15:00.630Z','Cora Coordinator','2026-11-16T13:15:00.630Z',NULL,'Rosa Resident','01632 960022',NULL,NULL,NULL,'BA1 5AW','22 Invented Row',NULL,NULL,NULL,'bath_north',375126.0,164839.0,'BA1 5',NULL,NULL,NULL);
INSERT INTO "residents_now" VALUES('P-R7V7-T5SB-Y','2026-11-16T13:20:00.645Z','Cora Coordinator','2026-11-18T13:55:01.240Z',NULL,'Ravi Resident','01632 960023',NULL,NULL,NULL,'BA2 3AH','23 Invented Row',NULL,'Ring twice',NULL,'bath_south_east',374519.0,163950.0,'BA2 3',NULL,NULL,NULL);
INSERT INTO "residents_now" VALUES('P-SQ3M-E832-7','2026-11-16T13:25:00.660Z','Cora Coordinator','2026-11-16T13:25:00.660Z',NULL,'Ruth Resident','01632 960024',NULL,NULL,NULL,'BA1 5AW','24 Invented Row',NULL,NULL,NULL,'bath_north',375126.0,164839.0,'BA1 5',NULL,NULL,NULL);
INSERT INTO "residents_now" VALUES('P-MEAF-N6PW-R','2026-11-16T13:30:00.675Z','Cora Coordinator','2026-11-16T13:30:00.675Z',NULL,'Rob Resident','01632 960025',NULL,NULL,NULL,'BA1 5AW','25 Invented Row',NULL,NULL,NULL,'bath_north',375126.0,164839.0,'BA1 5',NULL,NULL,NULL);
INSERT INTO "residents_now" VALUES('P-4JTP-CGPT-R','2026-11-16T13:35:00.690Z','Cora Coordinator','2026-11-16T13:35:00.690Z',NULL,'Ros Resident','01632 960026',NULL,NULL,NULL,'BA1 5AW','26 Invented Row',NULL,NULL,NULL,'bath_north',375126.0,164839.0,'BA1 5',NULL,NULL,NULL);
INSERT INTO "residents_now" VALUES('P-6T79-ESXQ-Z','2026-11-16T13:40:00.705Z','Cora Coordinator','2026-11-16T13:40:00.705Z',NULL,'Ray Resident','01632 960027',NULL,NULL,NULL,'BA1 5AW','27 Invented Row',NULL,NULL,NULL,'bath_north',375126.0,164839.0,'BA1 5',NULL,NULL,NULL);
INSERT INTO "residents_now" VALUES('P-GEF5-9H5B-M','2026-11-16T13:45:00.720Z','Cora Coordinator','2026-11-16T13:45:00.720Z',NULL,'Ria Resident','01632 960028',NULL,NULL,NULL,'BA1 5AW','28 Invented Row',NULL,NULL,NULL,'bath_north',375126.0,164839.0,'BA1 5',NULL,NULL,NULL);
INSERT INTO "residents_now" VALUES('P-56PA-AMHH-Y','2026-11-16T13:50:00.735Z','Cora Coordinator','2026-11-16T13:50:00.735Z',NULL,'Ron Resident','01632 960029',NULL,NULL,NULL,'BA1 5AW','29 Invented Row',NULL,NULL,NULL,'bath_north',375126.0,164839.0,'BA1 5',NULL,NULL,NULL);
INSERT INTO "residents_now" VALUES('P-0K4A-7TRD-K','2026-11-16T13:55:00.750Z','Cora Coordinator','2026-11-16T13:55:00.750Z',NULL,'Roy Resident','01632 960030',NULL,NULL,NULL,'BA1 5AW','30 Invented Row',NULL,NULL,NULL,'bath_north',375126.0,164839.0,'BA1 5',NULL,NULL,NULL);
CREATE TABLE sheet_memory (
	kind TEXT NOT NULL,
	"key" TEXT NOT NULL,
	value TEXT,
	PRIMARY KEY (kind, "key")
);
INSERT INTO "sheet_memory" VALUES('aside','volunteers 9 V-HS27-RCWT-B How many can''t be read: a whole number is wanted.','{"tab": "volunteers", "place": 9, "id": "V-HS27-RCWT-B", "why": "How many can''t be read: a whole number is wanted."}');
INSERT INTO "sheet_memory" VALUES('last','at','2026-11-18T16:16:01.835Z');
INSERT INTO "sheet_memory" VALUES('guard','sheet','earlier-town');
INSERT INTO "sheet_memory" VALUES('guard','number','8');
INSERT INTO "sheet_memory" VALUES('whole','at','2026-11-18T16:16:01.835Z');
CREATE TABLE sheet_read (
	tab TEXT NOT NULL,
	id TEXT NOT NULL,
	missing_since TEXT,
	left_out TEXT,
	PRIMARY KEY (tab, id)
);
INSERT INTO "sheet_read" VALUES('changes','Z-1GCC4XG6NZRW5HYK',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-4NNADT84XDC1AASB',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-5SCJAF88FYDRHAYN',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-6ZE7WC7Q8WZ919PY',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-799CJ04638KGG5QH',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-8V2BSPPS1VWJKV5A',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-BNZANQHW6DFTYSDY',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-BPXG2HTSGTNBFP7Y',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-C3PQ2MY1JKFYAXH4',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-DFJDRQVGY5Z1VT2J',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-EM3CD43VQ2MN3GGK',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-FXFW8CW630Y6DQME',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-H4ZQX2RP54MN0850',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-HVH0EGRJD8FX1M0A',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-M1HVTG9NXPQ3AEBS',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-MYCTK797DPAC8AGD',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-N7H4A9TER7NTT0S4',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-NDN09NM50NSA6Z2W',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-QEGFSDSSW31YT3HT',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-QG2PA3SNCDQ7THNV',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-QY6QNSX7V32AT7VJ',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-R9FYVSP5YB3JMCJV',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-S7G2TYRDSHH772WD',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-T7GCT787V03NP19C',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-TQ7VCCZZ7C9QF7KF',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-V9S64AN1G9G2G3FT',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-XEFQSEB9E6E4J8P4',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-ZGSG23RB86A67A8H',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-ZQVHYSSTRFY0JNSE',NULL,NULL);
INSERT INTO "sheet_read" VALUES('checks','K-0HK3-BXG6-2',NULL,NULL);
INSERT INTO "sheet_read" VALUES('checks','K-7KQ8-D2G6-Y',NULL,NULL);
INSERT INTO "sheet_read" VALUES('checks','K-99HG-E0AD-1',NULL,NULL);
INSERT INTO "sheet_read" VALUES('checks','K-9B31-CG8F-9',NULL,NULL);
INSERT INTO "sheet_read" VALUES('checks','K-C2BD-V3ZT-P',NULL,NULL);
INSERT INTO "sheet_read" VALUES('checks','K-EBTG-6JWT-5',NULL,NULL);
INSERT INTO "sheet_read" VALUES('checks','K-M1H2-XT0R-J',NULL,NULL);
INSERT INTO "sheet_read" VALUES('checks','K-NB7V-2AAG-P',NULL,NULL);
INSERT INTO "sheet_read" VALUES('checks','K-NC3W-XGA7-1',NULL,NULL);
INSERT INTO "sheet_read" VALUES('checks','K-NXDK-CG36-0',NULL,NULL);
INSERT INTO "sheet_read" VALUES('checks','K-Q596-QJBT-E',NULL,NULL);
INSERT INTO "sheet_read" VALUES('checks','K-QTFF-3YWN-0',NULL,NULL);
INSERT INTO "sheet_read" VALUES('checks','K-V0PD-2FKC-A',NULL,NULL);
INSERT INTO "sheet_read" VALUES('checks','K-XG55-6M3V-A',NULL,NULL);
INSERT INTO "sheet_read" VALUES('contacts','C-DW61-PSXP-Z',NULL,NULL);
INSERT INTO "sheet_read" VALUES('volunteers','V-3Q8W-55H2-9',NULL,NULL);
INSERT INTO "sheet_read" VALUES('volunteers','V-4NRH-5FYX-T',NULL,NULL);
INSERT INTO "sheet_read" VALUES('volunteers','V-77QE-668C-6',NULL,NULL);
INSERT INTO "sheet_read" VALUES('volunteers','V-78N7-BFSZ-5',NULL,NULL);
INSERT INTO "sheet_read" VALUES('volunteers','V-7Q3M-WCDJ-R',NULL,NULL);
INSERT INTO "sheet_read" VALUES('volunteers','V-8DVY-B493-4',NULL,NULL);
INSERT INTO "sheet_read" VALUES('volunteers','V-922V-MPKV-F',NULL,NULL);
INSERT INTO "sheet_read" VALUES('volunteers','V-E255-9RVV-K',NULL,NULL);
INSERT INTO "sheet_read" VALUES('volunteers','V-EHY0-RVGK-B',NULL,NULL);
INSERT INTO "sheet_read" VALUES('volunteers','V-HS27-RCWT-B',NULL,NULL);
INSERT INTO "sheet_read" VALUES('volunteers','V-MCFA-5WYE-S',NULL,NULL);
INSERT INTO "sheet_read" VALUES('volunteers','V-MSK8-6ZWZ-P',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-0WE649YGCSJ8MR4C',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-3QC5WWYQ5D59RBPX',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-4G8WSPDGGK8SW480',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-5EW9NRBV15H2XT5E',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-5NZ69YH09DX1CXME',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-5ZS9P58EFY04M896',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-81QSKP90DN8X261S',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-9B91JTG1Y2MY4BZE',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-FKHFSDSFFCF40PC9',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-FMPPPKMYHNK2YSFZ',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-FMYXFGYH8BPVBX0S',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-GMV881KY4AEBFDV5',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-JQSVKGYR8Y1V056V',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-MBZMAJD501KV8YQ2',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-MXHT3X37NF48DESF',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-P2KCJE7VXRJJXQBA',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-P9RVS9C70PP0YA3N',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-PT37DYXPHCTZ9QCE',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-PZJGZGEJ6JRBP3Z7',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-QG4HB0SDDW0JHN71',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-QWA42V1ZDTBQ6CJE',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-RP4G9BZ76TE9WB7V',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-SXYEBVAW4XMBH0RZ',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-V4VV2BPBBWVPQ3HG',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-YNMN3A2KP6KJR8WB',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-YS3CM1J0PKHED5XP',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-Z8YXJH929A9CKDM2',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-Z90RNKCHSYMEKEWE',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-ZVJRHDX41H63Z3G1',NULL,NULL);
INSERT INTO "sheet_read" VALUES('contacts','C-QGQQ-9AP5-5',NULL,NULL);
INSERT INTO "sheet_read" VALUES('help_requests','R-0F29-QGFT-J',NULL,NULL);
INSERT INTO "sheet_read" VALUES('help_requests','R-38G3-25NR-5',NULL,NULL);
INSERT INTO "sheet_read" VALUES('help_requests','R-4BZY-YB3C-V',NULL,NULL);
INSERT INTO "sheet_read" VALUES('help_requests','R-52WJ-QR1Y-G',NULL,NULL);
INSERT INTO "sheet_read" VALUES('help_requests','R-6GH6-QRYN-B',NULL,NULL);
INSERT INTO "sheet_read" VALUES('help_requests','R-FVHP-KV52-9',NULL,NULL);
INSERT INTO "sheet_read" VALUES('help_requests','R-G0ZN-BHBE-H',NULL,NULL);
INSERT INTO "sheet_read" VALUES('help_requests','R-HTT6-AQJK-2',NULL,NULL);
INSERT INTO "sheet_read" VALUES('help_requests','R-JARZ-P9E7-Z',NULL,NULL);
INSERT INTO "sheet_read" VALUES('help_requests','R-JBEH-GZ4D-T',NULL,NULL);
INSERT INTO "sheet_read" VALUES('help_requests','R-KAPX-7D4V-C',NULL,NULL);
INSERT INTO "sheet_read" VALUES('help_requests','R-KKPD-FYAW-7',NULL,NULL);
INSERT INTO "sheet_read" VALUES('help_requests','R-TG9H-S59S-T',NULL,NULL);
INSERT INTO "sheet_read" VALUES('help_requests','R-XR0A-06WE-T',NULL,NULL);
INSERT INTO "sheet_read" VALUES('help_requests','R-Y79C-KBCZ-Z',NULL,NULL);
INSERT INTO "sheet_read" VALUES('help_requests','R-YR1N-SZPM-E',NULL,NULL);
INSERT INTO "sheet_read" VALUES('needs','N-3SE0-55B8-J',NULL,NULL);
INSERT INTO "sheet_read" VALUES('needs','N-5CWR-4R9N-D',NULL,NULL);
INSERT INTO "sheet_read" VALUES('needs','N-ATG2-F19P-6',NULL,NULL);
INSERT INTO "sheet_read" VALUES('needs','N-CDQ6-X82F-A',NULL,NULL);
INSERT INTO "sheet_read" VALUES('needs','N-CNCC-75AC-J',NULL,NULL);
INSERT INTO "sheet_read" VALUES('needs','N-CTHC-DQG1-8',NULL,NULL);
INSERT INTO "sheet_read" VALUES('needs','N-HVYT-CP01-A',NULL,NULL);
INSERT INTO "sheet_read" VALUES('needs','N-KS1H-K4ZQ-D',NULL,NULL);
INSERT INTO "sheet_read" VALUES('needs','N-N4M1-BQWS-4',NULL,NULL);
INSERT INTO "sheet_read" VALUES('needs','N-PBK5-DE50-9',NULL,NULL);
INSERT INTO "sheet_read" VALUES('needs','N-ZC2W-6FNN-A',NULL,NULL);
INSERT INTO "sheet_read" VALUES('residents','P-0K4A-7TRD-K',NULL,NULL);
INSERT INTO "sheet_read" VALUES('residents','P-33XD-PZPF-Q',NULL,NULL);
INSERT INTO "sheet_read" VALUES('residents','P-4JTP-CGPT-R',NULL,NULL);
INSERT INTO "sheet_read" VALUES('residents','P-56PA-AMHH-Y',NULL,NULL);
INSERT INTO "sheet_read" VALUES('residents','P-6JRE-AV2E-2',NULL,NULL);
INSERT INTO "sheet_read" VALUES('residents','P-6T79-ESXQ-Z',NULL,NULL);
INSERT INTO "sheet_read" VALUES('residents','P-GEF5-9H5B-M',NULL,NULL);
INSERT INTO "sheet_read" VALUES('residents','P-GSYN-C640-R',NULL,NULL);
INSERT INTO "sheet_read" VALUES('residents','P-MEAF-N6PW-R',NULL,NULL);
INSERT INTO "sheet_read" VALUES('residents','P-R7V7-T5SB-Y',NULL,NULL);
INSERT INTO "sheet_read" VALUES('residents','P-SQ3M-E832-7',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-0EKNVZA1VN39DHHK',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-0QN955A746FW5Y7Y',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-0QPSNXFATXFTMM9A',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-17TJM7AHDWTYYNH4',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-1SHYBQ98PWDVFGB8',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-1XF5N5DPA36FSM16',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-3H6DA335AB5X8D9M',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-43NERVKNX0KN2BPF',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-4DFY43X4S2PQQ6ZJ',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-5HWVZ5JAE99QXG9Y',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-73W8FE2Q64R03A5S',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-7T1Y2B9T78Y453AN',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-92TH0S1ZKD8351E0',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-B4750BEBRFWM4NW8',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-B53DVEXJP19GAHS8',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-BFXM26FWG7HNZZZH',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-CQ5EGQDS48PVHSBH',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-DDDNK60NHFHZ6BTZ',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-F9JNC2PACAVPZQ6H',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-FD23RQJTNQK6N8GH',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-HY63GXZWRDR1GHCS',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-JSHJ250T0ES9Q65K',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-K3GBRX3EKB0PR8CX',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-M134HCAVHCCX04DC',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-M403WXVS5TVKAFAQ',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-MMR3YAERQEWCEMEM',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-MZ12YE4N2RBK7XZF',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-NKF2D60V85BZ09S3',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-NZ6GHATQXT1K26AS',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-P8Y9JEWPQHM0NBWE',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-PS07N90H08AWQ599',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-PYC6SMW4AGVXZMCD',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-Q6DAQY2ZR20304H0',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-R6Y4WR74XVTER6ZK',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-R70DTHNA41BDTTHD',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-RP3E90BE5W73XHYV',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-RX8X6RRB235RF0YP',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-S7MDTEWVX1J0FQ1Q',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-SM7CHQ7YNTP4D25X',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-SQE37HSQD02RC1V9',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-TE3Q2D28F8FARKKZ',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-TREK6TC2DQWT9E5K',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-VEY6P5PRRJ8YCPXC',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-W17VZFBYY34VEGF3',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-W7V9FHNQEBJ9C5PD',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-W8CPER0ARSXPTPEF',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-X33H3568KH34X7FV',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-XTM47J0P8RPH32K2',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-Y84F3DGHY89B1JKW',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-YRGNMWTQFCZGB6R4',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-ZEFJAA2ZM6YF5T6R',NULL,NULL);
INSERT INTO "sheet_read" VALUES('contacts','C-0BVN-CDDW-R',NULL,NULL);
INSERT INTO "sheet_read" VALUES('contacts','C-6V7F-YJAJ-C',NULL,NULL);
INSERT INTO "sheet_read" VALUES('contacts','C-6XHT-XW5X-3',NULL,NULL);
INSERT INTO "sheet_read" VALUES('contacts','C-7Z4A-66PM-H',NULL,NULL);
INSERT INTO "sheet_read" VALUES('contacts','C-9ZMX-13M1-C',NULL,NULL);
INSERT INTO "sheet_read" VALUES('contacts','C-AP18-EVF6-R',NULL,NULL);
INSERT INTO "sheet_read" VALUES('contacts','C-AQS3-EXXB-C','2026-11-18T16:05:01.665Z',NULL);
INSERT INTO "sheet_read" VALUES('contacts','C-BSFM-Q0PS-A',NULL,NULL);
INSERT INTO "sheet_read" VALUES('contacts','C-HKP3-M7W5-4',NULL,NULL);
INSERT INTO "sheet_read" VALUES('contacts','C-JG8R-PVT2-9',NULL,NULL);
INSERT INTO "sheet_read" VALUES('contacts','C-QGKV-H3VZ-D',NULL,NULL);
INSERT INTO "sheet_read" VALUES('contacts','C-RD0H-6QBF-D',NULL,NULL);
INSERT INTO "sheet_read" VALUES('contacts','C-TYX4-E9CC-0',NULL,NULL);
INSERT INTO "sheet_read" VALUES('contacts','C-WS43-WZVM-8',NULL,NULL);
INSERT INTO "sheet_read" VALUES('contacts','C-XM55-DK7H-D',NULL,NULL);
INSERT INTO "sheet_read" VALUES('help_requests','R-6G3Y-JRF3-1',NULL,NULL);
INSERT INTO "sheet_read" VALUES('matches','M-0Y5H-Q8AW-H',NULL,NULL);
INSERT INTO "sheet_read" VALUES('matches','M-0ZE2-W24T-P',NULL,NULL);
INSERT INTO "sheet_read" VALUES('matches','M-40NC-MCHW-S',NULL,NULL);
INSERT INTO "sheet_read" VALUES('matches','M-42KN-R41R-8',NULL,NULL);
INSERT INTO "sheet_read" VALUES('matches','M-7RFQ-JK91-6',NULL,NULL);
INSERT INTO "sheet_read" VALUES('matches','M-AZSB-QD1R-5',NULL,NULL);
INSERT INTO "sheet_read" VALUES('matches','M-BXKD-QD4F-T',NULL,NULL);
INSERT INTO "sheet_read" VALUES('matches','M-C23N-VF2A-K',NULL,NULL);
INSERT INTO "sheet_read" VALUES('matches','M-D3X1-PVSK-1',NULL,NULL);
INSERT INTO "sheet_read" VALUES('matches','M-HBTD-8GYR-D',NULL,NULL);
INSERT INTO "sheet_read" VALUES('matches','M-JE86-1CBY-X',NULL,NULL);
INSERT INTO "sheet_read" VALUES('matches','M-JSA5-8TZX-G',NULL,NULL);
INSERT INTO "sheet_read" VALUES('matches','M-M0R2-Q2J3-X',NULL,NULL);
INSERT INTO "sheet_read" VALUES('matches','M-M0VM-VKDZ-T',NULL,NULL);
INSERT INTO "sheet_read" VALUES('matches','M-NSV2-VEFX-R',NULL,NULL);
INSERT INTO "sheet_read" VALUES('matches','M-X9Q7-N29V-K',NULL,NULL);
INSERT INTO "sheet_read" VALUES('needs','N-KDBS-Y7KD-W',NULL,NULL);
INSERT INTO "sheet_read" VALUES('organisations','O-00GG-DKJA-N',NULL,NULL);
INSERT INTO "sheet_read" VALUES('organisations','O-0H2F-BM8R-G',NULL,NULL);
INSERT INTO "sheet_read" VALUES('organisations','O-1YTH-ZMKE-E',NULL,NULL);
INSERT INTO "sheet_read" VALUES('pairs','J-3BGD-C1FC-8',NULL,NULL);
INSERT INTO "sheet_read" VALUES('pairs','J-GB80-44FE-V',NULL,NULL);
INSERT INTO "sheet_read" VALUES('residents','P-MXZY-VM1K-9',NULL,NULL);
INSERT INTO "sheet_read" VALUES('visits','T-0C4Y-0PMQ-Q',NULL,NULL);
INSERT INTO "sheet_read" VALUES('visits','T-JC51-CEAP-G',NULL,NULL);
INSERT INTO "sheet_read" VALUES('visits','T-K87H-G8TR-8',NULL,NULL);
INSERT INTO "sheet_read" VALUES('visits','T-M191-4FQC-E',NULL,NULL);
INSERT INTO "sheet_read" VALUES('visits','T-PB4D-1PMV-X',NULL,NULL);
INSERT INTO "sheet_read" VALUES('visits','T-RJXQ-TNW9-4',NULL,NULL);
INSERT INTO "sheet_read" VALUES('weights','G-PNT6-D4RG-B',NULL,NULL);
INSERT INTO "sheet_read" VALUES('erasures','Y-0343-FT53-1',NULL,NULL);
INSERT INTO "sheet_read" VALUES('erasures','Y-9H8D-1ND7-B',NULL,NULL);
INSERT INTO "sheet_read" VALUES('erasures','Y-TYMC-6P7E-7',NULL,NULL);
INSERT INTO "sheet_read" VALUES('erasures','Y-Y0NS-R2SQ-P',NULL,NULL);
INSERT INTO "sheet_read" VALUES('help_requests','R-HJMW-D0E7-M',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-XHNQRMDCW2PQ2CN3',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-XJ2Q2RDF5KVWKYZG',NULL,NULL);
INSERT INTO "sheet_read" VALUES('volunteers','V-NQ6M-AHEC-T',NULL,NULL);
INSERT INTO "sheet_read" VALUES('contacts','C-AM3D-9MA5-A',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-PXQ75WV2M63H1TJ0',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-ZZZM8SCCHN3FM80H',NULL,NULL);
CREATE TABLE submissions (
	"key" TEXT NOT NULL,
	"table" TEXT NOT NULL,
	record_id TEXT NOT NULL,
	hash TEXT NOT NULL,
	PRIMARY KEY ("key")
);
INSERT INTO "submissions" VALUES('form-volunteer-1','volunteers','V-922V-MPKV-F','d66a0af15ebcd27c6dfe495886038d56');
INSERT INTO "submissions" VALUES('form-volunteer-2','volunteers','V-EHY0-RVGK-B','7d3da2f0a0c8e790fd1fd1f9609b8bf3');
INSERT INTO "submissions" VALUES('form-volunteer-3','volunteers','V-4NRH-5FYX-T','b41012ca9c73648ae6fe7ff2d5511333');
INSERT INTO "submissions" VALUES('form-volunteer-4','volunteers','V-77QE-668C-6','588f2ff8e77c80c427b616a83bb9f916');
INSERT INTO "submissions" VALUES('form-volunteer-5','volunteers','V-MCFA-5WYE-S','a430bf3ff80796095d75b60348deef6d');
INSERT INTO "submissions" VALUES('form-volunteer-10','volunteers','V-3Q8W-55H2-9','1703c97152e089d13e0b2fe69db7cbd3');
INSERT INTO "submissions" VALUES('form-volunteer-11','volunteers','V-7Q3M-WCDJ-R','cf9d0900cf39e7cc36f260179b36f215');
INSERT INTO "submissions" VALUES('form-volunteer-12','volunteers','V-8DVY-B493-4','0a964bef2565e12148be61994c31f703');
INSERT INTO "submissions" VALUES('form-volunteer-13','volunteers','V-E255-9RVV-K','f0619d81e6e5b445efd2b68fbc44f1c1');
INSERT INTO "submissions" VALUES('form-volunteer-14','volunteers','V-HS27-RCWT-B','3b6857b8abb55d94d76104d78b58fc8d');
INSERT INTO "submissions" VALUES('form-volunteer-15','volunteers','V-MSK8-6ZWZ-P','167367f74caea8f777c1c7ab353a8b61');
INSERT INTO "submissions" VALUES('form-volunteer-30','volunteers','V-78N7-BFSZ-5','3f1ebac8a1564fc264aa2aa24016b219');
INSERT INTO "submissions" VALUES('form-help-1','help_requests','R-52WJ-QR1Y-G','1253c02bbe59a7078dc7c7d180d22833');
INSERT INTO "submissions" VALUES('form-help-2','help_requests','R-HTT6-AQJK-2','26baa2cea4be7e47df194562db9586b7');
INSERT INTO "submissions" VALUES('form-help-3','help_requests','R-Y79C-KBCZ-Z','1868cc6f46673836ab86cacde31b4113');
INSERT INTO "submissions" VALUES('form-help-4','help_requests','R-FVHP-KV52-9','5e0bf10449c171058b0a790d422c8902');
INSERT INTO "submissions" VALUES('form-help-1000','help_requests','R-G0ZN-BHBE-H','c69ef7883e3fe4d8c4fdcfbdda6c4e9c');
INSERT INTO "submissions" VALUES('form-help-20','help_requests','R-4BZY-YB3C-V','2837cb4151477d2dd77a8216974744c6');
INSERT INTO "submissions" VALUES('form-help-21','help_requests','R-XR0A-06WE-T','5306bdcf2e015a532ba14abaf7d5e9e6');
INSERT INTO "submissions" VALUES('form-help-22','help_requests','R-JBEH-GZ4D-T','f7fedc41860d404c71d0daf8b8734f4f');
INSERT INTO "submissions" VALUES('form-help-23','help_requests','R-YR1N-SZPM-E','68be8c2a94c91467b0fb650269337024');
INSERT INTO "submissions" VALUES('form-help-24','help_requests','R-KAPX-7D4V-C','ab482c99cf1ecf194a487a953aad06b4');
INSERT INTO "submissions" VALUES('form-help-25','help_requests','R-JARZ-P9E7-Z','ab55fcfd20a0a5003d75e6aca1fb7852');
INSERT INTO "submissions" VALUES('form-help-26','help_requests','R-6GH6-QRYN-B','e5db226a3899fb2f0d639c731b54d1e1');
INSERT INTO "submissions" VALUES('form-help-27','help_requests','R-38G3-25NR-5','7346a5b6d9b7d8ed8661dd9dd54bf068');
INSERT INTO "submissions" VALUES('form-help-28','help_requests','R-TG9H-S59S-T','4035c5929226a868924bc889f521a370');
INSERT INTO "submissions" VALUES('form-help-29','help_requests','R-0F29-QGFT-J','e59ce69a2823d9b2b2406b65432a058d');
INSERT INTO "submissions" VALUES('form-help-30','help_requests','R-KKPD-FYAW-7','d13c8a308c40f5e953026b2702d22527');
INSERT INTO "submissions" VALUES('form-charter-0','organisations','O-1YTH-ZMKE-E','463f72a51091ed886cd6443557805f44');
INSERT INTO "submissions" VALUES('form-charter-1','organisations','O-00GG-DKJA-N','d4483f5ce6f30a52c43e2c7dcd73965e');
INSERT INTO "submissions" VALUES('form-charter-2','organisations','O-0H2F-BM8R-G','7c661aeb94e4fe372871f52a828fba90');
INSERT INTO "submissions" VALUES('form-help-95','help_requests','R-HJMW-D0E7-M','ddd3a06072d7f5730e9fd25542d62fba');
CREATE TABLE visits (
	id TEXT NOT NULL,
	at TEXT NOT NULL,
	"by" TEXT NOT NULL,
	action TEXT,
	match_id TEXT,
	need_id TEXT,
	resident_id TEXT,
	volunteer_id TEXT,
	"on" TEXT,
	minutes BIGINT,
	status TEXT,
	PRIMARY KEY (id)
);
INSERT INTO "visits" VALUES('T-JC51-CEAP-G','2026-11-17T13:55:00.855Z','Cora Coordinator','done-KYPHA2QHMVDAB71G','M-C23N-VF2A-K','N-ATG2-F19P-6','P-33XD-PZPF-Q','V-3Q8W-55H2-9','2026-11-17',45,'done');
INSERT INTO "visits" VALUES('T-M191-4FQC-E','2026-11-17T13:55:00.905Z','Cora Coordinator','not_given-15RPS8S2F0ZRCGFA','M-7RFQ-JK91-6','N-HVYT-CP01-A','P-6JRE-AV2E-2','V-7Q3M-WCDJ-R','2026-11-17',NULL,'not_in');
INSERT INTO "visits" VALUES('T-RJXQ-TNW9-4','2026-11-18T13:55:00.915Z','Cora Coordinator','not_given-PS8PV6E4AG88RF7W','M-C23N-VF2A-K','N-ATG2-F19P-6','P-33XD-PZPF-Q','V-3Q8W-55H2-9','2026-11-18',NULL,'no_show');
INSERT INTO "visits" VALUES('T-PB4D-1PMV-X','2026-11-18T13:55:00.925Z','Cora Coordinator','done-NZV2R6HF8Y2DPWQM','M-7RFQ-JK91-6','N-HVYT-CP01-A','P-6JRE-AV2E-2','V-7Q3M-WCDJ-R','2026-11-18',30,'done');
INSERT INTO "visits" VALUES('T-K87H-G8TR-8','2026-11-18T13:55:01.120Z','Cora Coordinator',NULL,'M-C23N-VF2A-K','N-ATG2-F19P-6','P-33XD-PZPF-Q','V-3Q8W-55H2-9','2026-11-30',NULL,'planned');
INSERT INTO "visits" VALUES('T-0C4Y-0PMQ-Q','2026-11-18T13:55:01.125Z','Cora Coordinator',NULL,'M-C23N-VF2A-K','N-ATG2-F19P-6','P-33XD-PZPF-Q','V-3Q8W-55H2-9','2026-11-30',NULL,'planned');
CREATE TABLE visits_now (
	id TEXT NOT NULL,
	at TEXT NOT NULL,
	"by" TEXT NOT NULL,
	changed_at TEXT NOT NULL,
	void TEXT,
	match_id TEXT,
	need_id TEXT,
	resident_id TEXT,
	volunteer_id TEXT,
	"on" TEXT,
	minutes BIGINT,
	status TEXT,
	PRIMARY KEY (id)
);
INSERT INTO "visits_now" VALUES('T-JC51-CEAP-G','2026-11-17T13:55:00.855Z','Cora Coordinator','2026-11-17T13:55:00.855Z',NULL,'M-C23N-VF2A-K','N-ATG2-F19P-6','P-33XD-PZPF-Q','V-3Q8W-55H2-9','2026-11-17',45,'done');
INSERT INTO "visits_now" VALUES('T-M191-4FQC-E','2026-11-17T13:55:00.905Z','Cora Coordinator','2026-11-17T13:55:00.905Z',NULL,'M-7RFQ-JK91-6','N-HVYT-CP01-A','P-6JRE-AV2E-2','V-7Q3M-WCDJ-R','2026-11-17',NULL,'not_in');
INSERT INTO "visits_now" VALUES('T-RJXQ-TNW9-4','2026-11-18T13:55:00.915Z','Cora Coordinator','2026-11-18T13:55:00.915Z',NULL,'M-C23N-VF2A-K','N-ATG2-F19P-6','P-33XD-PZPF-Q','V-3Q8W-55H2-9','2026-11-18',NULL,'no_show');
INSERT INTO "visits_now" VALUES('T-PB4D-1PMV-X','2026-11-18T13:55:00.925Z','Cora Coordinator','2026-11-18T13:55:00.925Z',NULL,'M-7RFQ-JK91-6','N-HVYT-CP01-A','P-6JRE-AV2E-2','V-7Q3M-WCDJ-R','2026-11-18',30,'done');
INSERT INTO "visits_now" VALUES('T-K87H-G8TR-8','2026-11-18T13:55:01.120Z','Cora Coordinator','2026-11-18T13:55:01.120Z',NULL,'M-C23N-VF2A-K','N-ATG2-F19P-6','P-33XD-PZPF-Q','V-3Q8W-55H2-9','2026-11-30',NULL,'planned');
INSERT INTO "visits_now" VALUES('T-0C4Y-0PMQ-Q','2026-11-18T13:55:01.125Z','Cora Coordinator','2026-11-18T13:55:01.130Z',NULL,'M-C23N-VF2A-K','N-ATG2-F19P-6','P-33XD-PZPF-Q','V-3Q8W-55H2-9','2026-11-30',NULL,'cancelled');
CREATE TABLE volunteers (
	id TEXT NOT NULL,
	at TEXT NOT NULL,
	"by" TEXT NOT NULL,
	action TEXT,
	name TEXT,
	telephone TEXT,
	email TEXT,
	postcode TEXT,
	reach_by TEXT,
	tasks TEXT,
	slots TEXT,
	how_many BIGINT,
	max_distance_km DOUBLE,
	travel TEXT,
	in_person TEXT,
	languages TEXT,
	over_18 TEXT,
	guardian_name TEXT,
	guardian_telephone TEXT,
	guardian_consent TEXT,
	takes_care TEXT,
	about TEXT,
	consent TEXT,
	extra TEXT,
	status TEXT,
	flags TEXT,
	hub TEXT,
	easting DOUBLE,
	northing DOUBLE,
	sector TEXT,
	inducted_on TEXT,
	training TEXT,
	avoids TEXT,
	hold_until TEXT,
	notes TEXT, health_consent TEXT,
	PRIMARY KEY (id)
);
INSERT INTO "volunteers" VALUES('V-922V-MPKV-F','2026-11-16T10:00:00.005Z','web',NULL,'Abby Applied','01632 961001','abby@example.org','BA1 5AW',NULL,'dog_walk; phone_call; shopping','mon_morning; sat_morning; tue_morning; wed_afternoon',2,8.0,'car','yes','en','yes',NULL,NULL,NULL,NULL,'I like dogs & long walks; call after five','yes',NULL,'applied',NULL,'bath_north',374000.0,165500.0,'BA1 5',NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "volunteers" VALUES('V-EHY0-RVGK-B','2026-11-16T10:00:00.010Z','web',NULL,'Chandra Checking','01632 961002','chandra@example.org','BA1 5AW',NULL,'dog_walk; phone_call; shopping','mon_morning; sat_morning; tue_morning; wed_afternoon',2,8.0,'car','yes','en','yes',NULL,NULL,NULL,NULL,'I like dogs & long walks; call after five','yes',NULL,'applied',NULL,'bath_north',374000.0,165500.0,'BA1 5',NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "volunteers" VALUES('V-4NRH-5FYX-T','2026-11-16T10:00:00.025Z','web',NULL,'Pavel Paused','01632 961003','pavel@example.org','BA1 5AW',NULL,'dog_walk; phone_call; shopping','mon_morning; sat_morning; tue_morning; wed_afternoon',2,8.0,'car','yes','en','yes',NULL,NULL,NULL,NULL,'I like dogs & long walks; call after five','yes',NULL,'applied',NULL,'bath_north',374000.0,165500.0,'BA1 5',NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "volunteers" VALUES('V-77QE-668C-6','2026-11-16T10:00:00.080Z','web',NULL,'Lorna Left','01632 961004','lorna@example.org','BA1 5AW',NULL,'dog_walk; phone_call; shopping','mon_morning; sat_morning; tue_morning; wed_afternoon',2,8.0,'car','yes','en','yes',NULL,NULL,NULL,NULL,'I like dogs & long walks; call after five','yes',NULL,'applied',NULL,'bath_north',374000.0,165500.0,'BA1 5',NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "volunteers" VALUES('V-MCFA-5WYE-S','2026-11-16T10:00:00.135Z','web',NULL,'Desmond Declined','01632 961005','desmond@example.org','BA1 5AW',NULL,'dog_walk; phone_call; shopping','mon_morning; sat_morning; tue_morning; wed_afternoon',2,8.0,'car','yes','en','yes',NULL,NULL,NULL,NULL,'I like dogs & long walks; call after five','yes',NULL,'applied',NULL,'bath_north',374000.0,165500.0,'BA1 5',NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "volunteers" VALUES('V-3Q8W-55H2-9','2026-11-16T10:00:00.160Z','web',NULL,'Vera Invented','01632 961010','vera@example.org','BA1 5AW',NULL,'dog_walk; phone_call; shopping','mon_morning; sat_morning; tue_morning; wed_afternoon',2,8.0,'car','yes','en','yes',NULL,NULL,NULL,NULL,'I like dogs & long walks; call after five','yes',NULL,'applied',NULL,'bath_north',374000.0,165500.0,'BA1 5',NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "volunteers" VALUES('V-7Q3M-WCDJ-R','2026-11-16T10:00:00.215Z','web',NULL,'Zoë O’Invented','01632 961011','zoë@example.org','BA1 5AW',NULL,'dog_walk; phone_call; shopping','mon_morning; sat_morning; tue_morning; wed_afternoon',2,8.0,'car','yes','en','yes',NULL,NULL,NULL,NULL,'I like dogs & long walks; call after five','yes',NULL,'applied',NULL,'bath_north',374000.0,165500.0,'BA1 5',NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "volunteers" VALUES('V-8DVY-B493-4','2026-11-16T10:00:00.270Z','web',NULL,'Ümit Erfunden','01632 961012','ümit@example.org','BA1 5AW',NULL,'dog_walk; phone_call; shopping','mon_morning; sat_morning; tue_morning; wed_afternoon',2,8.0,'car','yes','en','yes',NULL,NULL,NULL,NULL,'I like dogs & long walks; call after five','yes',NULL,'applied',NULL,'bath_north',374000.0,165500.0,'BA1 5',NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "volunteers" VALUES('V-E255-9RVV-K','2026-11-16T10:00:00.325Z','web',NULL,'Rhys Dychmygol','01632 961013','rhys@example.org','BA1 5AW',NULL,'dog_walk; phone_call; shopping','mon_morning; sat_morning; tue_morning; wed_afternoon',2,8.0,'car','yes','en','yes',NULL,NULL,NULL,NULL,'I like dogs & long walks; call after five','yes',NULL,'applied',NULL,'bath_north',374000.0,165500.0,'BA1 5',NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "volunteers" VALUES('V-HS27-RCWT-B','2026-11-16T10:00:00.380Z','web',NULL,'Sam Made-Up','01632 961014','sam@example.org','BA1 5AW',NULL,'dog_walk; phone_call; shopping','mon_morning; sat_morning; tue_morning; wed_afternoon',2,8.0,'car','yes','en','yes',NULL,NULL,NULL,NULL,'I like dogs & long walks; call after five','yes',NULL,'applied',NULL,'bath_north',374000.0,165500.0,'BA1 5',NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "volunteers" VALUES('V-MSK8-6ZWZ-P','2026-11-16T10:00:00.435Z','web',NULL,'Olu Makebelieve','01632 961015','olu@example.org','BA1 5AW',NULL,'dog_walk; phone_call; shopping','mon_morning; sat_morning; tue_morning; wed_afternoon',2,8.0,'car','yes','en','yes',NULL,NULL,NULL,NULL,'I like dogs & long walks; call after five','yes',NULL,'applied',NULL,'bath_north',374000.0,165500.0,'BA1 5',NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "volunteers" VALUES('V-78N7-BFSZ-5','2026-11-16T10:00:00.490Z','web',NULL,'Tess Teenager','01632 961030','tess@example.org','BA1 5AW',NULL,'dog_walk; phone_call; shopping','mon_morning; sat_morning; tue_morning; wed_afternoon',2,8.0,'car','yes','en','no','Gail Guardian','01632 961099','yes',NULL,'I like dogs & long walks; call after five','yes',NULL,'applied',NULL,'bath_north',374000.0,165500.0,'BA1 5',NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "volunteers" VALUES('V-NQ6M-AHEC-T','2026-11-18T15:55:01.580Z','sheet',NULL,'Tina Typed','01632 961800',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'applied','postcode_missing; typed_in_sheet',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
CREATE TABLE volunteers_now (
	id TEXT NOT NULL,
	at TEXT NOT NULL,
	"by" TEXT NOT NULL,
	changed_at TEXT NOT NULL,
	void TEXT,
	name TEXT,
	telephone TEXT,
	email TEXT,
	postcode TEXT,
	reach_by TEXT,
	tasks TEXT,
	slots TEXT,
	how_many BIGINT,
	max_distance_km DOUBLE,
	travel TEXT,
	in_person TEXT,
	languages TEXT,
	over_18 TEXT,
	guardian_name TEXT,
	guardian_telephone TEXT,
	guardian_consent TEXT,
	takes_care TEXT,
	about TEXT,
	consent TEXT,
	extra TEXT,
	status TEXT,
	flags TEXT,
	hub TEXT,
	easting DOUBLE,
	northing DOUBLE,
	sector TEXT,
	inducted_on TEXT,
	training TEXT,
	avoids TEXT,
	hold_until TEXT,
	notes TEXT, health_consent TEXT,
	PRIMARY KEY (id)
);
INSERT INTO "volunteers_now" VALUES('V-922V-MPKV-F','2026-11-16T10:00:00.005Z','web','2026-11-16T10:00:00.005Z',NULL,'Abby Applied','01632 961001','abby@example.org','BA1 5AW',NULL,'dog_walk; phone_call; shopping','mon_morning; sat_morning; tue_morning; wed_afternoon',2,8.0,'car','yes','en','yes',NULL,NULL,NULL,NULL,'I like dogs & long walks; call after five','yes',NULL,'applied',NULL,'bath_north',374000.0,165500.0,'BA1 5',NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "volunteers_now" VALUES('V-EHY0-RVGK-B','2026-11-16T10:00:00.010Z','web','2026-11-16T10:00:00.015Z',NULL,'Chandra Checking','01632 961002','chandra@example.org','BA1 5AW',NULL,'dog_walk; phone_call; shopping','mon_morning; sat_morning; tue_morning; wed_afternoon',2,8.0,'car','yes','en','yes',NULL,NULL,NULL,NULL,'I like dogs & long walks; call after five','yes',NULL,'checking',NULL,'bath_north',374000.0,165500.0,'BA1 5',NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "volunteers_now" VALUES('V-4NRH-5FYX-T','2026-11-16T10:00:00.025Z','web','2026-11-16T10:00:00.070Z',NULL,'Pavel Paused','01632 961003','pavel@example.org','BA1 5AW',NULL,'dog_walk; phone_call; shopping','mon_morning; sat_morning; tue_morning; wed_afternoon',2,8.0,'car','yes','en','yes',NULL,NULL,NULL,NULL,'I like dogs & long walks; call after five','yes',NULL,'paused',NULL,'bath_north',374000.0,165500.0,'BA1 5','2026-06-01',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "volunteers_now" VALUES('V-77QE-668C-6','2026-11-16T10:00:00.080Z','web','2026-11-16T10:00:00.125Z',NULL,'Lorna Left','01632 961004','lorna@example.org','BA1 5AW',NULL,'dog_walk; phone_call; shopping','mon_morning; sat_morning; tue_morning; wed_afternoon',2,8.0,'car','yes','en','yes',NULL,NULL,NULL,NULL,'I like dogs & long walks; call after five','yes',NULL,'left',NULL,'bath_north',374000.0,165500.0,'BA1 5','2026-06-01',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "volunteers_now" VALUES('V-MCFA-5WYE-S','2026-11-16T10:00:00.135Z','web','2026-11-16T10:00:00.150Z',NULL,'Desmond Declined','01632 961005','desmond@example.org','BA1 5AW',NULL,'dog_walk; phone_call; shopping','mon_morning; sat_morning; tue_morning; wed_afternoon',2,8.0,'car','yes','en','yes',NULL,NULL,NULL,NULL,'I like dogs & long walks; call after five','yes',NULL,'declined',NULL,'bath_north',374000.0,165500.0,'BA1 5',NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "volunteers_now" VALUES('V-3Q8W-55H2-9','2026-11-16T10:00:00.160Z','web','2026-11-18T15:55:01.565Z',NULL,'Vera Invented','01632 961700','vera@example.org','BA1 5AW',NULL,'dog_walk; phone_call; shopping','mon_morning; sat_morning; tue_morning; wed_afternoon',2,8.0,'car','yes','en','yes',NULL,NULL,NULL,NULL,'I like dogs & long walks; call after five','yes',NULL,'ready',NULL,'bath_north',374000.0,165500.0,'BA1 5','2026-06-01',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "volunteers_now" VALUES('V-7Q3M-WCDJ-R','2026-11-16T10:00:00.215Z','web','2026-11-18T13:55:01.230Z',NULL,'Zoë O’Invented','01632 961511','zoë@example.org','BA1 5AW',NULL,'dog_walk; phone_call; shopping','mon_morning; sat_morning; tue_morning; wed_afternoon',2,8.0,'car','yes','en','yes',NULL,NULL,NULL,NULL,'I like dogs & long walks; call after five','yes',NULL,'ready',NULL,'bath_north',374000.0,165500.0,'BA1 5','2026-06-01',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "volunteers_now" VALUES('V-8DVY-B493-4','2026-11-16T10:00:00.270Z','web','2026-11-18T13:55:01.260Z',NULL,'Ümit Erfunden','01632 961012','ümit@example.org','BA1 5AW',NULL,'dog_walk; phone_call; shopping','mon_morning; sat_morning; tue_morning; wed_afternoon',2,8.0,'car','yes','en','yes',NULL,NULL,NULL,NULL,'I like dogs & long walks; call after five','yes',NULL,'ready',NULL,'bath_north',374000.0,165500.0,'BA1 5','2026-06-01',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "volunteers_now" VALUES('V-E255-9RVV-K','2026-11-16T10:00:00.325Z','web','2026-11-18T16:15:01.735Z',NULL,'Rhys Dychmygol','01632 961900','rhys@example.org','BA1 5AW',NULL,'dog_walk; phone_call; shopping','mon_morning; sat_morning; tue_morning; wed_afternoon',2,8.0,'car','yes','en','yes',NULL,NULL,NULL,NULL,'I like dogs & long walks; call after five','yes',NULL,'ready',NULL,'bath_north',374000.0,165500.0,'BA1 5','2026-06-01',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "volunteers_now" VALUES('V-HS27-RCWT-B','2026-11-16T10:00:00.380Z','web','2026-11-16T10:00:00.425Z',NULL,'Sam Made-Up','01632 961014','sam@example.org','BA1 5AW',NULL,'dog_walk; phone_call; shopping','mon_morning; sat_morning; tue_morning; wed_afternoon',2,8.0,'car','yes','en','yes',NULL,NULL,NULL,NULL,'I like dogs & long walks; call after five','yes',NULL,'ready',NULL,'bath_north',374000.0,165500.0,'BA1 5','2026-06-01',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "volunteers_now" VALUES('V-MSK8-6ZWZ-P','2026-11-16T10:00:00.435Z','web','2026-11-18T13:55:01.290Z',NULL,'Olu Makebelieve','01632 961015','olu@example.org','BA1 5AW',NULL,'dog_walk; phone_call; shopping','mon_morning; sat_morning; tue_morning; wed_afternoon',2,8.0,'car','yes','en','yes',NULL,NULL,NULL,NULL,'I like dogs & long walks; call after five','yes',NULL,'paused',NULL,'bath_north',374000.0,165500.0,'BA1 5','2026-06-01',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "volunteers_now" VALUES('V-78N7-BFSZ-5','2026-11-16T10:00:00.490Z','web','2026-11-16T10:00:00.490Z',NULL,'Tess Teenager','01632 961030','tess@example.org','BA1 5AW',NULL,'dog_walk; phone_call; shopping','mon_morning; sat_morning; tue_morning; wed_afternoon',2,8.0,'car','yes','en','no','Gail Guardian','01632 961099','yes',NULL,'I like dogs & long walks; call after five','yes',NULL,'applied',NULL,'bath_north',374000.0,165500.0,'BA1 5',NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "volunteers_now" VALUES('V-NQ6M-AHEC-T','2026-11-18T15:55:01.580Z','sheet','2026-11-18T15:55:01.580Z',NULL,'Tina Typed','01632 961800',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'applied','postcode_missing; typed_in_sheet',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
CREATE TABLE weights (
	id TEXT NOT NULL,
	at TEXT NOT NULL,
	"by" TEXT NOT NULL,
	action TEXT,
	distance BIGINT,
	overlap BIGINT,
	continuity BIGINT,
	load BIGINT,
	rest BIGINT,
	PRIMARY KEY (id)
);
INSERT INTO "weights" VALUES('G-PNT6-D4RG-B','2026-11-18T13:55:01.300Z','Dilys Director','weigh-B4XP6AJ5DMTVEZNP',3497,1000,3000,1500,1000);
CREATE TABLE weights_now (
	id TEXT NOT NULL,
	at TEXT NOT NULL,
	"by" TEXT NOT NULL,
	changed_at TEXT NOT NULL,
	void TEXT,
	distance BIGINT,
	overlap BIGINT,
	continuity BIGINT,
	load BIGINT,
	rest BIGINT,
	PRIMARY KEY (id)
);
INSERT INTO "weights_now" VALUES('G-PNT6-D4RG-B','2026-11-18T13:55:01.300Z','Dilys Director','2026-11-18T13:55:01.300Z',NULL,3497,1000,3000,1500,1000);
CREATE TABLE written (
	token TEXT NOT NULL
);
INSERT INTO "written" VALUES('VCX7184FZVPZVXD7');
CREATE INDEX changes_action ON changes (action);
CREATE INDEX changes_record ON changes (record_id, at, id);
CREATE INDEX checks_action ON checks (action);
CREATE INDEX checks_now_volunteer_id ON checks_now (volunteer_id);
CREATE INDEX contacts_action ON contacts (action);
CREATE INDEX contacts_now_about ON contacts_now (about);
CREATE INDEX contacts_now_status ON contacts_now (status);
CREATE INDEX erasures_action ON erasures (action);
CREATE INDEX help_requests_action ON help_requests (action);
CREATE INDEX help_requests_now_hub ON help_requests_now (hub);
CREATE INDEX help_requests_now_resident_id ON help_requests_now (resident_id);
CREATE INDEX help_requests_now_status ON help_requests_now (status);
CREATE INDEX matches_action ON matches (action);
CREATE INDEX matches_now_need_id ON matches_now (need_id);
CREATE INDEX matches_now_status ON matches_now (status);
CREATE INDEX matches_now_volunteer_id ON matches_now (volunteer_id);
CREATE INDEX needs_action ON needs (action);
CREATE INDEX needs_now_hub ON needs_now (hub);
CREATE INDEX needs_now_request_id ON needs_now (request_id);
CREATE INDEX needs_now_resident_id ON needs_now (resident_id);
CREATE INDEX needs_now_status ON needs_now (status);
CREATE INDEX organisations_action ON organisations (action);
CREATE INDEX organisations_now_status ON organisations_now (status);
CREATE INDEX pairs_action ON pairs (action);
CREATE INDEX pairs_now_resident_id ON pairs_now (resident_id);
CREATE INDEX pairs_now_volunteer_id ON pairs_now (volunteer_id);
CREATE INDEX residents_action ON residents (action);
CREATE INDEX residents_now_hub ON residents_now (hub);
CREATE INDEX submissions_record ON submissions (record_id);
CREATE INDEX visits_action ON visits (action);
CREATE INDEX visits_now_need_id ON visits_now (need_id);
CREATE INDEX visits_now_resident_id ON visits_now (resident_id);
CREATE INDEX visits_now_status ON visits_now (status);
CREATE INDEX visits_now_volunteer_id ON visits_now (volunteer_id);
CREATE INDEX volunteers_action ON volunteers (action);
CREATE INDEX volunteers_now_hub ON volunteers_now (hub);
CREATE INDEX volunteers_now_status ON volunteers_now (status);
CREATE INDEX weights_action ON weights (action);
CREATE INDEX concerns_action ON concerns (action);
CREATE INDEX concerns_now_status ON concerns_now (status);
CREATE INDEX concern_reads_concern ON concern_reads (concern_id);
COMMIT;
