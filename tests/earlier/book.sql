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
INSERT INTO "changes" VALUES('Z-XQ34A3QD2VR026G4','2026-11-16T10:00:00.015Z','Cora Coordinator','move_volunteer-THHWJA32MJEYGZGR','volunteers','V-F3Z5-8R93-T','status','applied','checking',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-X8JCKSQVNWTBYGAB','2026-11-16T10:00:00.030Z','Cora Coordinator','move_volunteer-NNY3MTNZ6GWF6SDK','volunteers','V-Y01F-B5JX-1','status','applied','checking',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-S7CWD0K4Z1Q4WP47','2026-11-16T10:00:00.040Z','Cora Coordinator','induct-457MPVFBKNQS9530','volunteers','V-Y01F-B5JX-1','inducted_on',NULL,'2026-06-01',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-2D1NVD6B5R4R7WFD','2026-11-16T10:00:00.060Z','Cora Coordinator','move_volunteer-6NEV46XEWSAHN8H1','volunteers','V-Y01F-B5JX-1','status','checking','ready',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-CHXEMZVXHZ8RN0YJ','2026-11-16T10:00:00.070Z','Cora Coordinator','move_volunteer-CBRY08HETBQEZ5CJ','volunteers','V-Y01F-B5JX-1','status','ready','paused','Wants a rest until spring',NULL,NULL);
INSERT INTO "changes" VALUES('Z-DWE4XDEP76XNKEYX','2026-11-16T10:00:00.085Z','Cora Coordinator','move_volunteer-N9F78Y8153C0KJVM','volunteers','V-NKGK-ECHD-W','status','applied','checking',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-P5SM1488PXVDM9JK','2026-11-16T10:00:00.095Z','Cora Coordinator','induct-M8KBP2ZDDC6MZ3WD','volunteers','V-NKGK-ECHD-W','inducted_on',NULL,'2026-06-01',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-4C9P61FND6WJ2VYT','2026-11-16T10:00:00.115Z','Cora Coordinator','move_volunteer-DSQTHDCK9QCY0XWX','volunteers','V-NKGK-ECHD-W','status','checking','ready',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-GBF21GJSNX3TE85P','2026-11-16T10:00:00.125Z','Cora Coordinator','move_volunteer-9MW0R26SB6HDNPTQ','volunteers','V-NKGK-ECHD-W','status','ready','left','Moves to Wales',NULL,NULL);
INSERT INTO "changes" VALUES('Z-HYAVQ9CFW64VF3YX','2026-11-16T10:00:00.140Z','Cora Coordinator','move_volunteer-3WKW3R08QTX755K6','volunteers','V-4E76-JXE8-2','status','applied','checking',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-J35TDPGPBM3WYMN8','2026-11-16T10:00:00.150Z','Cora Coordinator','move_volunteer-JJJT8D6M5VM3EW0S','volunteers','V-4E76-JXE8-2','status','checking','declined','Lives too far away',NULL,NULL);
INSERT INTO "changes" VALUES('Z-ZSHYSFMB7F7B9HB7','2026-11-16T10:00:00.165Z','Cora Coordinator','move_volunteer-1P86VTBVCNWB27EZ','volunteers','V-4N9B-6G5B-G','status','applied','checking',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-MW4MS0EHCX6VWFE3','2026-11-16T10:00:00.175Z','Cora Coordinator','induct-C0A9AK0YF8A0B22V','volunteers','V-4N9B-6G5B-G','inducted_on',NULL,'2026-06-01',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-V2757J5MB3B4DVV7','2026-11-16T10:00:00.205Z','Cora Coordinator','move_volunteer-S9SEB0C8AJ92W0GB','volunteers','V-4N9B-6G5B-G','status','checking','ready',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-3CF27MRCBZ8R1V7W','2026-11-16T10:00:00.220Z','Cora Coordinator','move_volunteer-AXSF0K65F9QWRX7D','volunteers','V-BYWV-0K6F-T','status','applied','checking',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-8W5STT3WM9FNWP7R','2026-11-16T10:00:00.230Z','Cora Coordinator','induct-77NPPDYZJ2ZSHRR4','volunteers','V-BYWV-0K6F-T','inducted_on',NULL,'2026-06-01',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-M15W3Y2PYH5VW3SB','2026-11-16T10:00:00.260Z','Cora Coordinator','move_volunteer-N20GEYAEA9C49CMZ','volunteers','V-BYWV-0K6F-T','status','checking','ready',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-EZ5BR335QBVNC91J','2026-11-16T10:00:00.275Z','Cora Coordinator','move_volunteer-YN2MYG2D6QZTMT7A','volunteers','V-HV7F-6VTC-4','status','applied','checking',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-VSHXPSHAASDW8NDB','2026-11-16T10:00:00.285Z','Cora Coordinator','induct-6V5X11DTPR7JC7SQ','volunteers','V-HV7F-6VTC-4','inducted_on',NULL,'2026-06-01',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-9T6VCFN503MYY09S','2026-11-16T10:00:00.315Z','Cora Coordinator','move_volunteer-EZ8YW773CA20FE4H','volunteers','V-HV7F-6VTC-4','status','checking','ready',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-GANX0QBWNEDEANFA','2026-11-16T10:00:00.330Z','Cora Coordinator','move_volunteer-N3ZHMXY67V6F62MP','volunteers','V-WJ09-73KA-S','status','applied','checking',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-XT9XV3HY3J6BWBES','2026-11-16T10:00:00.340Z','Cora Coordinator','induct-5D23BE5T71H1YTXC','volunteers','V-WJ09-73KA-S','inducted_on',NULL,'2026-06-01',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-CZSZEXXSP68Z2FZA','2026-11-16T10:00:00.370Z','Cora Coordinator','move_volunteer-5J7CRFSFQ4Y38J21','volunteers','V-WJ09-73KA-S','status','checking','ready',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-H1SHA3E9MPDPQMC1','2026-11-16T10:00:00.385Z','Cora Coordinator','move_volunteer-1SEZBSRDMF2R6K8P','volunteers','V-ABEV-D2TB-T','status','applied','checking',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-X134DQZTBJEMEW58','2026-11-16T10:00:00.395Z','Cora Coordinator','induct-P3KPACVJ7QGH7B71','volunteers','V-ABEV-D2TB-T','inducted_on',NULL,'2026-06-01',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-PRTMQT45SK0PF8WY','2026-11-16T10:00:00.425Z','Cora Coordinator','move_volunteer-BBB2HMMR7B3T4M8M','volunteers','V-ABEV-D2TB-T','status','checking','ready',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-C0W33JM9ZA9R8F88','2026-11-16T10:00:00.440Z','Cora Coordinator','move_volunteer-TVF4CW8T1WJZ6EBV','volunteers','V-YHMT-XF3F-T','status','applied','checking',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-3ZK7WRSJKRZX3SW1','2026-11-16T10:00:00.450Z','Cora Coordinator','induct-C9W89XQW5R3BXSQH','volunteers','V-YHMT-XF3F-T','inducted_on',NULL,'2026-06-01',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-8YE8D99F15N8HV5A','2026-11-16T10:00:00.480Z','Cora Coordinator','move_volunteer-SMAPVGH1PQJGNRS0','volunteers','V-YHMT-XF3F-T','status','checking','ready',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-DAMB3HB1VFR0DQJB','2026-11-16T13:00:00.555Z','Hal Handler','no_answer-HND9C9V8G5XHTJG8','help_requests','R-9CF6-XEA9-F','status','new','no_answer',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-5VKT0VW81DAGVAC2','2026-11-16T13:00:00.555Z','Hal Handler','no_answer-HND9C9V8G5XHTJG8','help_requests','R-9CF6-XEA9-F','hold_until',NULL,'2026-11-17T09:00:00.000Z',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-PMKDV1GXDX9ZSVJ5','2026-11-16T13:00:00.570Z','Hal Handler','close_request-ZA5QC3DT9C31JJE7','help_requests','R-FAY4-B16B-E','status','new','closed','Found a friend',NULL,NULL);
INSERT INTO "changes" VALUES('Z-CY1GE8YXXPT9FJC6','2026-11-16T13:00:00.570Z','Hal Handler','close_request-ZA5QC3DT9C31JJE7','help_requests','R-FAY4-B16B-E','closed_reason',NULL,'not_wanted','Found a friend',NULL,NULL);
INSERT INTO "changes" VALUES('Z-FFYSAN1SM7JNZW93','2026-11-16T13:00:00.585Z','Hal Handler','mark_duplicate-NC9CTZQTHX43RCGP','help_requests','R-GXMA-XMSS-V','status','new','closed',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-7TESKDZ6QR2P6QC0','2026-11-16T13:00:00.585Z','Hal Handler','mark_duplicate-NC9CTZQTHX43RCGP','help_requests','R-GXMA-XMSS-V','closed_reason',NULL,'duplicate',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-BAGG9B6PRXRQ3TBK','2026-11-16T13:00:00.585Z','Hal Handler','mark_duplicate-NC9CTZQTHX43RCGP','help_requests','R-GXMA-XMSS-V','duplicate_of',NULL,'R-J6QG-RSVR-K',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-T50HC8R40DEM26A6','2026-11-16T13:05:00.600Z','Cora Coordinator','triage-J7C7Z0DM0Y0CNMKJ','help_requests','R-KMME-290P-K','status','new','triaged',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-SFVA4GKVNT47T158','2026-11-16T13:05:00.600Z','Cora Coordinator','triage-J7C7Z0DM0Y0CNMKJ','help_requests','R-KMME-290P-K','resident_id',NULL,'P-9YT1-ZCHZ-Q',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-WQ65B90F8HMXAR5X','2026-11-16T13:10:00.615Z','Cora Coordinator','triage-QN898RV9HKFAFJZX','help_requests','R-DKHC-H673-S','status','new','triaged',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-65TR6ZZ4HYMD3071','2026-11-16T13:10:00.615Z','Cora Coordinator','triage-QN898RV9HKFAFJZX','help_requests','R-DKHC-H673-S','resident_id',NULL,'P-CQ5B-431J-T',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-KGXFHTS3H5AB5PMH','2026-11-16T13:15:00.630Z','Cora Coordinator','triage-S5SMBW7XY90A3H0T','help_requests','R-ZZN6-3C5B-B','status','new','triaged',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-281GY50ZH2BCXK7M','2026-11-16T13:15:00.630Z','Cora Coordinator','triage-S5SMBW7XY90A3H0T','help_requests','R-ZZN6-3C5B-B','resident_id',NULL,'P-11B3-MSCH-P',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-50P96BDWHR4RBCG1','2026-11-16T13:20:00.645Z','Cora Coordinator','triage-8RXD1FCEKQAGFFGH','help_requests','R-WMDV-SXDY-S','status','new','triaged',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-NNVHR381GZ4ZPX47','2026-11-16T13:20:00.645Z','Cora Coordinator','triage-8RXD1FCEKQAGFFGH','help_requests','R-WMDV-SXDY-S','resident_id',NULL,'P-9JBH-6VEN-E',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-6HTB7FCRA7JRM7FC','2026-11-16T13:25:00.660Z','Cora Coordinator','triage-5REZPCEWVTA6KZFD','help_requests','R-DM05-6YHG-B','status','new','triaged',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-YSNHER8Z2SGVJZ42','2026-11-16T13:25:00.660Z','Cora Coordinator','triage-5REZPCEWVTA6KZFD','help_requests','R-DM05-6YHG-B','resident_id',NULL,'P-RE5Q-Y4WC-Y',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-GXR6C26BMQ4GD846','2026-11-16T13:30:00.675Z','Cora Coordinator','triage-TM1Z7SCT7AX0HDT5','help_requests','R-5VY5-499D-3','status','new','triaged',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-M4WBAEZ6TTBEEZ0N','2026-11-16T13:30:00.675Z','Cora Coordinator','triage-TM1Z7SCT7AX0HDT5','help_requests','R-5VY5-499D-3','resident_id',NULL,'P-MN4F-ZRCT-E',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-6CYH3AJ0SZZ4KFKB','2026-11-16T13:35:00.690Z','Cora Coordinator','triage-W9K1N1VVR6K5M5VE','help_requests','R-QC3T-8D3S-1','status','new','triaged',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-4VVFQX8HRQQMB6Z6','2026-11-16T13:35:00.690Z','Cora Coordinator','triage-W9K1N1VVR6K5M5VE','help_requests','R-QC3T-8D3S-1','resident_id',NULL,'P-24FJ-DCTA-F',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-9PQJBCEPP1VBR2CB','2026-11-16T13:40:00.705Z','Cora Coordinator','triage-WVT58BG7X7KQ7KCY','help_requests','R-BWVR-B31R-D','status','new','triaged',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-HJN55MWHSKWS1Q8W','2026-11-16T13:40:00.705Z','Cora Coordinator','triage-WVT58BG7X7KQ7KCY','help_requests','R-BWVR-B31R-D','resident_id',NULL,'P-7TD3-GZHP-4',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-B21HEVVRW158XQWA','2026-11-16T13:45:00.720Z','Cora Coordinator','triage-Z5QF07X5MG5CWFN3','help_requests','R-BTNP-S28D-Z','status','new','triaged',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-2AA1BRFHWNG8RAJ9','2026-11-16T13:45:00.720Z','Cora Coordinator','triage-Z5QF07X5MG5CWFN3','help_requests','R-BTNP-S28D-Z','resident_id',NULL,'P-A58M-86D3-M',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-F744A8QX5SX8JWSK','2026-11-16T13:50:00.735Z','Cora Coordinator','triage-GE89Y097K6B0VJ8Z','help_requests','R-8H8J-7FK0-G','status','new','triaged',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-A1BAR6ER3HNHPC7Z','2026-11-16T13:50:00.735Z','Cora Coordinator','triage-GE89Y097K6B0VJ8Z','help_requests','R-8H8J-7FK0-G','resident_id',NULL,'P-KVXK-D8PD-5',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-4EYZKEDRXCJ1FKMW','2026-11-16T13:55:00.750Z','Cora Coordinator','triage-PATCQY7HE7WMT7DC','help_requests','R-Z5S8-1XV5-D','status','new','triaged',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-B0F0M4M5QVJ5XBF5','2026-11-16T13:55:00.750Z','Cora Coordinator','triage-PATCQY7HE7WMT7DC','help_requests','R-Z5S8-1XV5-D','resident_id',NULL,'P-HC74-AMF7-R',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-YAB70E4VKRW676V5','2026-11-17T13:55:00.825Z','Hal Handler','rang-QBXXJMDXWC8ZZQ9D','matches','M-RX50-37VR-B','status','approved','accepted',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-8WE8JS8ZEGMHBCWZ','2026-11-17T13:55:00.835Z','Hal Handler','release-JF8A0P5XK322NQSC','matches','M-RX50-37VR-B','released_at',NULL,'2026-11-17T13:55:00.840Z',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-W5SQQVXVKNEYWM4Q','2026-11-17T13:55:00.845Z','Hal Handler','resident_told-3WGGJ1AEYF4THZNH','matches','M-RX50-37VR-B','status','accepted','active',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-S3PY65AGX3NDSRHG','2026-11-17T13:55:00.875Z','Hal Handler','rang-J3TMT321D1EWKD67','matches','M-MTDW-M81Q-X','status','approved','accepted',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-1WKE4V4JB6T2CH47','2026-11-17T13:55:00.885Z','Hal Handler','release-VAGPGZNT8VEPWRSM','matches','M-MTDW-M81Q-X','released_at',NULL,'2026-11-17T13:55:00.890Z',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-FFYRBC4TJA1SAM2V','2026-11-17T13:55:00.895Z','Hal Handler','resident_told-GQB6D5ZD9DTVBMFK','matches','M-MTDW-M81Q-X','status','accepted','active',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-JN8A347MVKDR3TRT','2026-11-18T13:55:00.935Z','Cora Coordinator','end-RRPQ4GE32BMK5KCK','matches','M-MTDW-M81Q-X','status','active','completed',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-TZY2TBRW8Y2PFWCW','2026-11-18T13:55:00.945Z','Cora Coordinator','close_need-YQPS6Z509125BXRB','needs','N-SQNW-ADMX-Q','status','open','closed',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-3WRB6TST8360D71C','2026-11-18T13:55:00.945Z','Cora Coordinator','close_need-YQPS6Z509125BXRB','needs','N-SQNW-ADMX-Q','closed_reason',NULL,'done',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-8JDBDM8YDX59XAQ6','2026-11-18T13:55:00.945Z','Cora Coordinator','close_need-YQPS6Z509125BXRB','help_requests','R-DKHC-H673-S','status','triaged','closed',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-R8CEJ6GKT3YK1RA6','2026-11-18T13:55:00.945Z','Cora Coordinator','close_need-YQPS6Z509125BXRB','help_requests','R-DKHC-H673-S','closed_reason',NULL,'done',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-EP3NBT1C3KT2DZQZ','2026-11-18T13:55:00.965Z','Hal Handler','rang-JCT4E549FF2XME0H','matches','M-Z8SD-Y55C-S','status','approved','accepted',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-TPF758NZ850YQV0N','2026-11-18T13:55:00.995Z','Hal Handler','rang-RBNYWK9BG5Z326PQ','matches','M-4DTY-M67R-K','status','approved','declined','Away that week',NULL,NULL);
INSERT INTO "changes" VALUES('Z-5B9F95M7TG11FC8E','2026-11-18T13:55:00.995Z','Hal Handler','rang-RBNYWK9BG5Z326PQ','matches','M-4DTY-M67R-K','ended_reason',NULL,'Away that week','Away that week',NULL,NULL);
INSERT INTO "changes" VALUES('Z-XYEE6JY1SKFSKS34','2026-11-18T13:55:01.015Z','Hal Handler','rang-MR36X1R7SFAA9P89','matches','M-K6SB-8H5W-9','status','approved','accepted',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-129M8QE26B25VH25','2026-11-18T13:55:01.025Z','Cora Coordinator','cancel-27J4GDS7WYXCXGRD','matches','M-K6SB-8H5W-9','status','accepted','cancelled','The dog is well again',NULL,NULL);
INSERT INTO "changes" VALUES('Z-X40G8YQTZBVHRD5Y','2026-11-18T13:55:01.025Z','Cora Coordinator','cancel-27J4GDS7WYXCXGRD','matches','M-K6SB-8H5W-9','ended_reason',NULL,'The dog is well again','The dog is well again',NULL,NULL);
INSERT INTO "changes" VALUES('Z-C5K9819H7VRAPDJC','2026-11-18T13:55:01.045Z','Cora Coordinator','choose_another-BDJ83GJNJ9XCHX1Q','matches','M-AEBR-V90H-E','status','proposed','superseded',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-2560EZSD4JV5HB6X','2026-11-18T13:55:01.045Z','Cora Coordinator','choose_another-BDJ83GJNJ9XCHX1Q','matches','M-T3SX-X6W0-7','status','proposed','superseded',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-KC0DA00VNT81FF56','2026-11-18T13:55:01.055Z','Dilys Director','set-1ZK5JR5PJ2VP7WYJ','matches','M-P8MZ-4ZPW-N','status','approved','offered',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-GSRJ0C55T68GRY0V','2026-11-18T13:55:01.060Z','Cora Coordinator','choose_another-94Z2746WGV6XJF4D','matches','M-WV7H-9YHT-Q','status','proposed','superseded',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-3MCKNAZP1JVTKASX','2026-11-18T13:55:01.060Z','Cora Coordinator','choose_another-94Z2746WGV6XJF4D','matches','M-SH04-2MYV-W','status','proposed','superseded',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-HW3AQPGFY85RC6B1','2026-11-18T13:55:01.070Z','Dilys Director','set-D2AA9N4V79CS5YQA','matches','M-1Q1K-YJPB-S','status','approved','offered',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-R0YR5HH0A1R1KJQ5','2026-11-18T13:55:01.075Z','Dilys Director','set-Z6S41JHBHWC0APD5','matches','M-1Q1K-YJPB-S','status','offered','lapsed',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-RWRPEPHK776HWXT0','2026-11-18T13:55:01.080Z','Cora Coordinator','choose_another-2C83V2QSKXBSSNVQ','matches','M-Y3E2-1J2C-A','status','proposed','approved',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-FH8H0CYA58R4DQEA','2026-11-18T13:55:01.090Z','Dilys Director','set-4HDS3ZGF42D558PW','matches','M-Y3E2-1J2C-A','status','approved','stood_down',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-VA7F5EZQ28K1BG0B','2026-11-18T13:55:01.095Z','Cora Coordinator','look_at-WN51YJ8DDMB0H0KK','matches','M-5YF5-XE4J-3','seen_at',NULL,'2026-11-18T13:55:01.100Z',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-F0YA2PRNT8AMEF8Q','2026-11-18T13:55:01.110Z','Cora Coordinator','choose_another-8QS5MB5D7H6KQ9C3','matches','M-5YF5-XE4J-3','status','proposed','superseded',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-GD88CF6TWSR16D5C','2026-11-18T13:55:01.130Z','Dilys Director','set-CD95TRRW2XR0AQH6','visits','T-6AAF-3KHR-J','status','planned','cancelled',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-PCERNCARGN8YHKKM','2026-11-18T13:55:01.145Z','Dilys Director','approve_organisation-39YPH1WJB7226J0A','organisations','O-CN6P-ZRTM-3','status','offered','approved',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-Y9CCVVZF3ZWQY7YF','2026-11-18T13:55:01.160Z','Dilys Director','approve_organisation-0DJXQ7SQZX6ES77H','organisations','O-RMZT-YCNV-9','status','offered','approved',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-Y428H5ARR1R1N2Z5','2026-11-18T13:55:01.170Z','Dilys Director','withdraw_organisation-460JRXB78B2W8GBB','organisations','O-RMZT-YCNV-9','status','approved','withdrawn','It closed',NULL,NULL);
INSERT INTO "changes" VALUES('Z-5J4NCBYWDNZC842H','2026-11-18T13:55:01.210Z','Hal Handler','deal_with_contact-8DCQ0DBH71CTZDH4','contacts','C-QYQZ-7FPW-2','status','open','dealt_with',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-6E2Q29P2KTPNBFZT','2026-11-18T13:55:01.220Z','Cora Coordinator','add_flag-CZGF9F09N9HEPTSC','help_requests','R-GAWC-TXFM-V','flags',NULL,'too_fast',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-FHR09EMEDCDBVGNQ','2026-11-18T13:55:01.230Z','Hal Handler','correct-VFGHCHB8EZCQYYY3','volunteers','V-BYWV-0K6F-T','telephone','01632 961011','01632 961511',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-X4BVYQX2C2608JS3','2026-11-18T13:55:01.240Z','Cora Coordinator','correct-22KHXBFR10BYP5PS','residents','P-9JBH-6VEN-E','postcode','BA1 5AW','BA2 3AH',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-0RRET36A4FDB7BGP','2026-11-18T13:55:01.240Z','Cora Coordinator','correct-22KHXBFR10BYP5PS','residents','P-9JBH-6VEN-E','hub','bath_north','bath_south_east',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-SV44H72207KXKR5M','2026-11-18T13:55:01.240Z','Cora Coordinator','correct-22KHXBFR10BYP5PS','residents','P-9JBH-6VEN-E','easting','375126','374519',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-7S78DK71EZMNGYG1','2026-11-18T13:55:01.240Z','Cora Coordinator','correct-22KHXBFR10BYP5PS','residents','P-9JBH-6VEN-E','northing','164839','163950',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-DK5MV1DCVJDM7Z42','2026-11-18T13:55:01.240Z','Cora Coordinator','correct-22KHXBFR10BYP5PS','residents','P-9JBH-6VEN-E','sector','BA1 5','BA2 3',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-3TJBYGGKWZ607YEM','2026-11-18T13:55:01.240Z','Cora Coordinator','correct-22KHXBFR10BYP5PS','needs','N-DDS5-Z4X1-G','hub','bath_north','bath_south_east',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-HP5QQB6P5T9DF1C8','2026-11-18T13:55:01.240Z','Cora Coordinator','correct-22KHXBFR10BYP5PS','needs','N-DDS5-Z4X1-G','easting','375126','374519',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-018BEZ8S0NSW9HYY','2026-11-18T13:55:01.240Z','Cora Coordinator','correct-22KHXBFR10BYP5PS','needs','N-DDS5-Z4X1-G','northing','164839','163950',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-AMPHWVASCP9TV5Y8','2026-11-18T13:55:01.240Z','Cora Coordinator','correct-22KHXBFR10BYP5PS','needs','N-DDS5-Z4X1-G','sector','BA1 5','BA2 3',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-X48AXYG4NMGKE8G5','2026-11-18T13:55:01.250Z','Cora Coordinator','correct-C87D2TPKN5BMQS3D','volunteers','V-HV7F-6VTC-4','name','Ümit Erfunden','Umit Erfunden',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-32AR39J8AGVF9TBA','2026-11-18T13:55:01.260Z','Cora Coordinator','undo-CGK704Z1WBS50NC8','volunteers','V-HV7F-6VTC-4','name','Umit Erfunden','Ümit Erfunden','It was right before','correct-C87D2TPKN5BMQS3D',NULL);
INSERT INTO "changes" VALUES('Z-F2RH3M10R8VQSJ7S','2026-11-18T13:55:01.270Z','Cora Coordinator','move_volunteer-KGPCCBWSPYYHC8H2','volunteers','V-YHMT-XF3F-T','status','ready','paused','Ill',NULL,NULL);
INSERT INTO "changes" VALUES('Z-85VZ84G8PV36R7P2','2026-11-18T13:55:01.280Z','Cora Coordinator','undo-J5YF3PV23PNRVBF2','volunteers','V-YHMT-XF3F-T','status','paused','ready',NULL,'move_volunteer-KGPCCBWSPYYHC8H2',NULL);
INSERT INTO "changes" VALUES('Z-5ANXPS857FMPS84M','2026-11-18T13:55:01.290Z','Cora Coordinator','undo-WC6QW65PF4MS79ZC','volunteers','V-YHMT-XF3F-T','status','ready','paused',NULL,'undo-J5YF3PV23PNRVBF2',NULL);
INSERT INTO "changes" VALUES('Z-A2WA1S1RHXP34D40','2026-11-18T13:55:01.315Z','Cora Coordinator','triage-D55APDW1KNDFENXV','help_requests','R-4QWR-28AM-V','status',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-DK9G6XSEFKGN2KBQ','2026-11-18T13:55:01.315Z','Cora Coordinator','triage-D55APDW1KNDFENXV','help_requests','R-4QWR-28AM-V','resident_id',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-MJYBTEJS9G6M4K3K','2026-11-18T13:55:01.405Z','Lena Lead','concern-2CC35GCMDYM374RB','concerns','X-C3WZ-74HM-A','steps','TFgCvWqVyXuDx3H3my8Bd6cd1DR356fAZBUXgSDFo5_aVHC1pn451a_D-8sTRwdLhVQHPRZ433l3IKZwtJRrOjfKORN64aoQUs_71iryLPYpjE_ZOPtFBIpqXuHb_CXyh5MaQRltW0Dc5Dcmi3Q9bAsGLITagZOTjbOk','TFgCvRYPnEKi1fmQ0ulX-Gh02-kp1UOeigj44U9kWjayUuXYchKNb13N2N-CG8GMByDQ5SYuwDjpNLcBIz45vDnmF8ngrTuCo6_OQy8maLwS-u6SDAZbACrDorCEabxAiYbzfGAgHkyOGMaibMXGGH82hlxjegaKBBXTTXIpjfWDJ4aKPBLZ_N7xGOObTLe1F5Z-Wlocp7s4MDJj-fxm5ZpmlCgzdVVufQdcTW1t9_AOua5LUrBXMn3F5pnTSsgPSJP12zHXXvS2lk0I4yIBbhT0vMwd1A==',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-KCW8VR4VG0JN10BS','2026-11-18T13:55:01.405Z','Lena Lead','concern-2CC35GCMDYM374RB','concerns','X-C3WZ-74HM-A','status','raised','acknowledged',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-MAKKWG6E280Y594R','2026-11-18T13:55:01.420Z','Lena Lead','concern-DKR6DGEV7MWH9ZN1','concerns','X-JGP9-M89V-1','steps','TFgCvR5xc1tVT7TxMb4dDL902xqe_nWbzxibBuxm--P8dggsbcNGQAL0JrWLG5VU_3qE1gqu9x6F7eO9D4ZejKYVeDzEO_JlRGVW9MJUAtEv2QDtGvyVy2ZfKXhOou1KYt_HKSKjIrMWk34zjIL8p3kokFGxGOYcw0Fh','TFgCvREjxPEKNc5p24Oqpg1uy26z2iseU9WZSrv_6OsV9LTodlDdCvUWVkr_fHyLOj5PrBly_KlXf7FGlJ3MAV61wLezhKAcdAxxQ__DfKuaOi05cTNS5bKmXCu3v49ygU4GvKL2ORnTbaI1aAwzBWhcCIu1DeyB7BnyrCnkqJMh_AKXZhB3li7puxi5ZWjT82K3480RCKoyaQ7zM2jDctVERBF5srYn4SnYi72EK9HnkE1-UU3Ff9x5m52e8EBzvg9p34CR6AxX9ST2xSzgi55FLj1BLg==',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-VKS6XYKDCEA2YGXA','2026-11-18T13:55:01.420Z','Lena Lead','concern-DKR6DGEV7MWH9ZN1','concerns','X-JGP9-M89V-1','status','raised','acknowledged',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-D8B3PMAQVYXNSQCN','2026-11-18T13:55:01.430Z','Lena Lead','concern-4C0AZKQMP7RTDX6K','concerns','X-JGP9-M89V-1','steps','TFgCvREjxPEKNc5p24Oqpg1uy26z2iseU9WZSrv_6OsV9LTodlDdCvUWVkr_fHyLOj5PrBly_KlXf7FGlJ3MAV61wLezhKAcdAxxQ__DfKuaOi05cTNS5bKmXCu3v49ygU4GvKL2ORnTbaI1aAwzBWhcCIu1DeyB7BnyrCnkqJMh_AKXZhB3li7puxi5ZWjT82K3480RCKoyaQ7zM2jDctVERBF5srYn4SnYi72EK9HnkE1-UU3Ff9x5m52e8EBzvg9p34CR6AxX9ST2xSzgi55FLj1BLg==','TFgCvaQcCJtWrqCtNoihmL6mrt_cqjNNscLKVlkAc5t9bX1TddcVcZiiKlPKrKd1V54eMeqfHbAz7cwJZXYsDZykzEj2qtrF1zNfeWQXXuuZY15FwdHg-RmyUje_ArmDZ08OGLoW5SQVTHfXDantthWUXZguq4lpU5DbmR14DNa96STD6BdiKt8n82rbV997tGSRZoWw6sOJLMpr7oPl6IMELON_wCSGUZaVqlT25W8Gp2u5fu9jr8aenDAJbPvF0jIaeTOUeA3oJDMPvffVfdgRocS6j65O-OwvLO0Is_kYcolXbUkuxDRJVq_B088MgUhEHfsv4HFbhAvF2DqfR7pmgAhxabyEwQGBkBZjSl2nkC8r3pDlQFF1epvBw_j3pu2ECh0RGxSFs2g61BUsgN8H5tOrxkrb7zrAVeZkR-vKiSebJu-67NtFVd4-3wjrCovL5qIgY5Mj-MjL0sZnNBetgi1DzfJRRKxaO7ELhErRKnN-IbjCRU8k5A4Ueg==',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-JN0DC14SP23V8D0H','2026-11-18T13:55:01.430Z','Lena Lead','concern-4C0AZKQMP7RTDX6K','concerns','X-JGP9-M89V-1','status','acknowledged','decided',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-H71ZSAFEPYWGJSRB','2026-11-18T13:55:01.445Z','Lena Lead','concern-GTTH0K5XAF4ASMDF','concerns','X-S8DV-A75Z-Q','steps','TFgCvfrTp_2R2f2MelMtlNWGbgSo3SoXLMkYyj5W5ChCnf7lhH5V1NzsaSdsSl_7Fz3TjtJpu9GIkFgPYc24iyaR5Z-NWh1rCrfogvB22bdKUz1WV6cBbLm_1tctmYl_soyNhjvk1xvKbAnvYpswSDpwnNsiw6ig3wL-','TFgCvSaJeHoy81SYtnSqos-DROyqpEIzAtbau2xqsFGvi9c3s1C2aXCZ-5n07ylG4G5ZIv9zYGYq1jpNm-LtbTdHve3GGmzAU-dqx9vOaXDn9TNTuf59IL0jpUzKoR2Tyud6_6cu0nMrmiEL9Xyg8VEr7Ok2I8ZhqK2XK58Pja8pa-2DBqQeCZO0p_80CHkQbY7OniszARbzlkTKC7OIGHJkGdt5XQtrXpvTyV1wz0Wt5qLWAoXjfXjuOZLLupKkAcCoi1bhkejLsHjPg3-LhZSS8FBDIg==',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-GT09Y48H1W2MS3K3','2026-11-18T13:55:01.445Z','Lena Lead','concern-GTTH0K5XAF4ASMDF','concerns','X-S8DV-A75Z-Q','status','raised','acknowledged',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-4AYX1HF4ABYMTCM1','2026-11-18T13:55:01.455Z','Lena Lead','concern-6F41HCANB6G31KF2','concerns','X-S8DV-A75Z-Q','steps','TFgCvSaJeHoy81SYtnSqos-DROyqpEIzAtbau2xqsFGvi9c3s1C2aXCZ-5n07ylG4G5ZIv9zYGYq1jpNm-LtbTdHve3GGmzAU-dqx9vOaXDn9TNTuf59IL0jpUzKoR2Tyud6_6cu0nMrmiEL9Xyg8VEr7Ok2I8ZhqK2XK58Pja8pa-2DBqQeCZO0p_80CHkQbY7OniszARbzlkTKC7OIGHJkGdt5XQtrXpvTyV1wz0Wt5qLWAoXjfXjuOZLLupKkAcCoi1bhkejLsHjPg3-LhZSS8FBDIg==','TFgCvQlSjJYVmxeT6lt6Ds4F_pFtxG7Bp8wRwAx_Lg52UwHqu2fGx1_cFwC5uaEk2HVNhUa0Ae17eNHqIIfZtDua-5IxuC2q9Ak5jGa9fJWSzFTv1JaFTwcA0LuTj60CJMkY2tufeyIgYdNvWEYQNeeX0GKRmD5z3vBJjoccOqzYVlzyo8dbY57VE0wtAkM85XY4J85JCp20f1xbqRGWoDQobEwtNTUAYjCy-rd9ibeS4nweCu0kprEfRmArMkytJKe6kXhHp4bKU2wYre9URSMnio4iQZRWw2fSG8woCud1lAYizQksY9d4_OzEZIpagsW6dReeRe1i6s_gByk5TvaYjknFivPj3j6sD5bgIi5-aIxL3gZsdlZpAPJWdIJBF89G3rrFNHv-PHcYvGlijZE3H2vTaXXyT_QGnru-Lrdxj2YYY-TBbuLYs-KTv6k2akO9Zw6bAntmuIk6lQxrEprOFWx72lPXEw-XpOdWNXrQrW-20zMRWaUVydWriA==',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-6TDAYGZD4YKD040M','2026-11-18T13:55:01.455Z','Lena Lead','concern-6F41HCANB6G31KF2','concerns','X-S8DV-A75Z-Q','status','acknowledged','decided',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-B8H0XA57FDN55GGV','2026-11-18T13:55:01.465Z','Lena Lead','concern-TXDSZ9XS170C1Y4Q','concerns','X-S8DV-A75Z-Q','steps','TFgCvQlSjJYVmxeT6lt6Ds4F_pFtxG7Bp8wRwAx_Lg52UwHqu2fGx1_cFwC5uaEk2HVNhUa0Ae17eNHqIIfZtDua-5IxuC2q9Ak5jGa9fJWSzFTv1JaFTwcA0LuTj60CJMkY2tufeyIgYdNvWEYQNeeX0GKRmD5z3vBJjoccOqzYVlzyo8dbY57VE0wtAkM85XY4J85JCp20f1xbqRGWoDQobEwtNTUAYjCy-rd9ibeS4nweCu0kprEfRmArMkytJKe6kXhHp4bKU2wYre9URSMnio4iQZRWw2fSG8woCud1lAYizQksY9d4_OzEZIpagsW6dReeRe1i6s_gByk5TvaYjknFivPj3j6sD5bgIi5-aIxL3gZsdlZpAPJWdIJBF89G3rrFNHv-PHcYvGlijZE3H2vTaXXyT_QGnru-Lrdxj2YYY-TBbuLYs-KTv6k2akO9Zw6bAntmuIk6lQxrEprOFWx72lPXEw-XpOdWNXrQrW-20zMRWaUVydWriA==','TFgCvTxtZszDaYiyJ9mlCCfN74uz_ACBky-wIaVMaWic9HWdJDPEY9GuGIZQERmJZ1u5aD03Db_JkyHdK5_5FFxo1dg_vE4yBCCz8Et7TM5m_38k2SNV-6QCGCpMqkXKBmEGiSMaDCz6BhVvEjA0ysDzQnf30-Uu2hawJseKy-U7dphoU7mio42HcAYTzHmhEzB-dRnfC4aGyt5BRiGQwLfK3Jh8ihuwwOQEb2k6mYVWMcD1xh6UJrA4KcvL7dHQQwLVey98dj54RC7e1EJgv7YFGxLZe4ynwdMSfYMfTDf5r_8NdTrqXk1EPAzy1Ps0U4EerJc381Wr_MtBQhACakBLVNbMjZEwKkrwlWUZr-UdkoklUq0CZc-ac61sGir3lo9pfv1JdE550pyqXnMF0Zs_77sITZGrvLffBGdg7sDtcdeG29vUNQ_e0pHbqz_d-GYiLfAThWF_Z2K_1UyjBVvDAoRK0PY0RTwzqov3CbsPizVmjxIEX2PdQUbewwjMnDGAOyZi_Lrk_D3wgrdvIhx3io3LgMylTyJEArQesbb6R0YHgibtdhxJRfBuy1kjNIQaMIlPZ2E7jH2xogz5yIPfyhfa6DzFcnMUVpOGrB_mgZ2T3onq8UkJxd3rIXBMSesVja8F4Y3XtOaiT-Yhe6nrKo6HO_crjzKyFIPN',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-35T11MZ32R2CD5MC','2026-11-18T13:55:01.465Z','Lena Lead','concern-TXDSZ9XS170C1Y4Q','concerns','X-S8DV-A75Z-Q','status','decided','referred',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-YSSJCX5P28ZGHWDZ','2026-11-18T13:55:01.480Z','Lena Lead','concern-WANF58WXW6VHWZQ2','concerns','X-TXAM-EDCK-X','steps','TFgCvdkNyIl1V-VWW8SnyJYe_juQnwPCqcj9WO1S_MCjV7wqbDPnJX8VVZfxxRKLp_9LmQbjmOnUq_YUMwPsAYKwSKQaDWSTq5LfitfyNQ27lbcBZOmyIikVaL4G_tOfgnLPBlP_4-1CWhK0O3SE6a9MNlpOC8-1tfYb','TFgCvejM87ULDJ2iWvQGfVa9RvWSTQQUVXYOp668U8UUkRAKir-1NiiNSsebUzG1i23z0xplAxf-pZ2FCIoUHe4GSWmkvh6XZvV9uMCWXzt_XfvxopK9psE7CPS-OFa5s7X33jh6dXe0i7QqBoZXBtlQkp9FukXMek8wQ0q6PAjsCJd5_5ZqqH6NppqgoYWGysuWI1YknmIEloFYULeS3vlZQ54fc2OI2xn5AqX0b1kjXBACCkU7o__PuIPZ8sp7Rgg5oxsLWrrOuJGktHZpAVx4iEjG6A==',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-CV7QQ611JJ501AMW','2026-11-18T13:55:01.480Z','Lena Lead','concern-WANF58WXW6VHWZQ2','concerns','X-TXAM-EDCK-X','status','raised','acknowledged',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-G0FYDXTW3XY9W6HV','2026-11-18T13:55:01.490Z','Lena Lead','concern-BWTQDREEBTC5YFVX','concerns','X-TXAM-EDCK-X','steps','TFgCvejM87ULDJ2iWvQGfVa9RvWSTQQUVXYOp668U8UUkRAKir-1NiiNSsebUzG1i23z0xplAxf-pZ2FCIoUHe4GSWmkvh6XZvV9uMCWXzt_XfvxopK9psE7CPS-OFa5s7X33jh6dXe0i7QqBoZXBtlQkp9FukXMek8wQ0q6PAjsCJd5_5ZqqH6NppqgoYWGysuWI1YknmIEloFYULeS3vlZQ54fc2OI2xn5AqX0b1kjXBACCkU7o__PuIPZ8sp7Rgg5oxsLWrrOuJGktHZpAVx4iEjG6A==','TFgCvbgyaKrV4VdAJGDwQqs1N-5FSREovC-qPqk9hv11yZ4pTnYbketdtDszx0y3AEiINe96L9UDheRsp8-NXn0FZRApo7njU1q9c4cbwsg32OT6KuYVct4hWh2r_Ub5fvm9UpoP8gNdx_zT2Z07SxmT-bkKzRsDj9OOl3AQ1c5VMDuOE6qVxS6YChLXqPXy9ydGkkv2VPm9LQspPfjEVUsnO6gEnoCHVDPGs8Pt4uJ4LIqjc4oTY7HKUp-cUmvy6x3CVj7atN8CejHuN0YQp3mbZ4J2ftORwiswpSRDpZhjzRM2wscRjrTDF2EDxq_om91FJRJJQctKrtZkC_EWuri-qtRLzbf0nQcEJ3FABiu4w8tY7jJE9IEcOK4wbXBmq8tkjiDZaIjn1aGp_TKu7IKPMPqee1Q1ct8eufrAWa3Wfz6r8w6zGuGJJq4DnN0lK__8ECxuUeSr7AJhRUOf7zC_HZLQZBpCYgKyVLhQrZ6TL6f_jbBc9WI3apg4Zw==',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-VYQPVTZJRXEPA4Y2','2026-11-18T13:55:01.490Z','Lena Lead','concern-BWTQDREEBTC5YFVX','concerns','X-TXAM-EDCK-X','status','acknowledged','decided',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-ZZ0WBRPWZ4974QM8','2026-11-18T13:55:01.500Z','Lena Lead','concern-4PZVVDYZ1E2232VQ','concerns','X-TXAM-EDCK-X','steps','TFgCvbgyaKrV4VdAJGDwQqs1N-5FSREovC-qPqk9hv11yZ4pTnYbketdtDszx0y3AEiINe96L9UDheRsp8-NXn0FZRApo7njU1q9c4cbwsg32OT6KuYVct4hWh2r_Ub5fvm9UpoP8gNdx_zT2Z07SxmT-bkKzRsDj9OOl3AQ1c5VMDuOE6qVxS6YChLXqPXy9ydGkkv2VPm9LQspPfjEVUsnO6gEnoCHVDPGs8Pt4uJ4LIqjc4oTY7HKUp-cUmvy6x3CVj7atN8CejHuN0YQp3mbZ4J2ftORwiswpSRDpZhjzRM2wscRjrTDF2EDxq_om91FJRJJQctKrtZkC_EWuri-qtRLzbf0nQcEJ3FABiu4w8tY7jJE9IEcOK4wbXBmq8tkjiDZaIjn1aGp_TKu7IKPMPqee1Q1ct8eufrAWa3Wfz6r8w6zGuGJJq4DnN0lK__8ECxuUeSr7AJhRUOf7zC_HZLQZBpCYgKyVLhQrZ6TL6f_jbBc9WI3apg4Zw==','TFgCvSqW868VANRj6QdH_bi11KpNLurd8iZxUK_WXpULcXjia8ZujKyrMrAp1_cU-sdpxM7ri4b1XwC_c6K46uBnkkDanqcp3lM98VlqeXPP8S6KkqVRdlcPuyyhF0Q53AEDQ_sUOI2GJbxZNaZ_RFM8cWmOIMRfv5L_tpZ4MdJuLrl4WF9lvwkeoV9g9-FQ5nL6wy3nZ8jM_AZgh51CIeE1LPeOLeZ1S75hz3RqxFzxb-9-453yF9QcDDme84GP76PRIA8ZV6-oG59TflcRlaolgYo4668cM9GGWGXY4xpwVVmzY3bD0RDvOqwJGUOsbuUictJPjx5lvMlzNU-shtI4doFbYsAzNXmtW8WYW2gsX4SIc95uZEYWJMTRyHPt6oNmazCsrAMhSb8PKJ_rCiefUF9s__ClNcllmw1nbt5jSEKKrD1JFlYQ3zWJHmV8Dd6P-eGdZFFXWDZeVyeQy_Il6quGP4MeUWoz6yipFNNVRPZINqYLy5jZss7ZDWAuxEP1SNDlswsD7PMQIrD3jo75fGRgb-Op0cAEwLIAce7Jj7oljcpl9NA7DPK9BuQOkRcl9ySwoZCn3OD1b_iZmgiwB7VL6lLK2lW5CYA-mfYVe_lne66v5QVnXjXHe2z12BE9fk2oRTiV0otktUnPXeOyj4QUWzjAbRCN5km8',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-ZDGB2MSBSRG646X1','2026-11-18T13:55:01.500Z','Lena Lead','concern-4PZVVDYZ1E2232VQ','concerns','X-TXAM-EDCK-X','status','decided','referred',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-XBYVG1T5ZBZ9NG1W','2026-11-18T13:55:01.510Z','Lena Lead','concern-FS4ZR495KF2V5C26','concerns','X-TXAM-EDCK-X','steps','TFgCvSqW868VANRj6QdH_bi11KpNLurd8iZxUK_WXpULcXjia8ZujKyrMrAp1_cU-sdpxM7ri4b1XwC_c6K46uBnkkDanqcp3lM98VlqeXPP8S6KkqVRdlcPuyyhF0Q53AEDQ_sUOI2GJbxZNaZ_RFM8cWmOIMRfv5L_tpZ4MdJuLrl4WF9lvwkeoV9g9-FQ5nL6wy3nZ8jM_AZgh51CIeE1LPeOLeZ1S75hz3RqxFzxb-9-453yF9QcDDme84GP76PRIA8ZV6-oG59TflcRlaolgYo4668cM9GGWGXY4xpwVVmzY3bD0RDvOqwJGUOsbuUictJPjx5lvMlzNU-shtI4doFbYsAzNXmtW8WYW2gsX4SIc95uZEYWJMTRyHPt6oNmazCsrAMhSb8PKJ_rCiefUF9s__ClNcllmw1nbt5jSEKKrD1JFlYQ3zWJHmV8Dd6P-eGdZFFXWDZeVyeQy_Il6quGP4MeUWoz6yipFNNVRPZINqYLy5jZss7ZDWAuxEP1SNDlswsD7PMQIrD3jo75fGRgb-Op0cAEwLIAce7Jj7oljcpl9NA7DPK9BuQOkRcl9ySwoZCn3OD1b_iZmgiwB7VL6lLK2lW5CYA-mfYVe_lne66v5QVnXjXHe2z12BE9fk2oRTiV0otktUnPXeOyj4QUWzjAbRCN5km8','TFgCvZHL3ykZFYJZwTKekB1yUwE1zKTPgj1EsUmPaUpVBmTJ6O0tkYGNSu8do8qLhpxyDtyvVGCZQJg-rfHgZZPXbfjT2Y1u6WQiXX92WgmO7UfAQZfzYPYSvtZ__HoTpSi7WKm3DnZzaYA_RgwKYBMIQnJXx5kkt6mollUox1I7v58mJv3olXdrZElfWza6EscqAaDQRphAIO08luo9nOn8MSrZEZmevZHj1j87W7HieSXHQ8DvTRDun_QX41V6XaVo7wCps1UAfLSohg9yvuL62zmexSKi5_BbxgJ7haKDxivGdjhgrmLbpOdFczGvNOvkzKGlLjHN1YB2X_PTaLd0AsfBxcNxKMky6vbHNx65H8SsKUvEpP7FHvNfyriO6shy74k9SB_-R2rDp-vZvpscdswOwaZhf5T0_nq7wVYdROgAqWWOTalP5-i7dBzwWT0L3o8va_sX5nB8yQwCIz5DU_827UotqVY71dQPF2OupmGLsLl8Dubz8mjzI11d_BNzH3tsj6mQBi1RXqgQcquo2wwHyecpiy5oajZSGt0JhzfywjrjzfZF1jEUN-ONi-GMEYRk2DMddgaElurtDqpu8zNF6-r5LHcRacIYgDxHqKbitRuc7WcQKwapO2iwJCxPcRvwATDt51kSSwfh-1sP6OpdsOwGi8zRL91TysR18zpKdQbUruqpxgPc5sURf3ZcKdGW07L0sksVM83CWl_HYQ2KEeRTsajnZwhVsv2LtdKQkxJyA40lY2A-V-XXfvhnC-UgtiH4dA1dnYYYpyb6QkfkL-IU5naKXAGk91z549S8a0td',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-1NR9W3PS1DFB61Z2','2026-11-18T13:55:01.510Z','Lena Lead','concern-FS4ZR495KF2V5C26','concerns','X-TXAM-EDCK-X','status','referred','closed',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-8CTNYNPHP38A7PXF','2026-11-18T15:55:01.565Z','sheet','correct-8CTNYNPHP38A7PXF','volunteers','V-4N9B-6G5B-G','telephone','01632 961010','01632 961700',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-JZ1GTASFN808N6D6','2026-11-18T15:55:01.565Z','sheet','correct-JZ1GTASFN808N6D6','help_requests','R-J6QG-RSVR-K','details','=HYPERLINK("http://example.org") or just a dog','A dog, Bess, and a cat',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-Y3TCZPVXYZCSCCZD','2026-11-18T16:15:01.730Z','Cora Coordinator','set-ZJWM5J2Y41NRYZ4Z','volunteers','V-WJ09-73KA-S','telephone','01632 961013','01632 961900',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-3302XBXJ1S0VHPY4','2026-11-18T16:15:01.735Z','sheet','correct-3302XBXJ1S0VHPY4','volunteers','V-WJ09-73KA-S','telephone','01632 961013','01632 961901',NULL,NULL,'yes');
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
INSERT INTO "checks" VALUES('K-FSNC-C5BF-J','2026-11-16T10:00:00.050Z','Cora Coordinator','add_check-BTMWGYV8Q42TEN1R','V-Y01F-B5JX-1','reference',NULL,NULL,'2026-06-01','Cora Coordinator',NULL);
INSERT INTO "checks" VALUES('K-SBMW-BSBR-A','2026-11-16T10:00:00.105Z','Cora Coordinator','add_check-42TTC3QVSPFCMFQX','V-NKGK-ECHD-W','reference',NULL,NULL,'2026-06-01','Cora Coordinator',NULL);
INSERT INTO "checks" VALUES('K-V5KH-CSXS-P','2026-11-16T10:00:00.185Z','Dilys Director','add_check-H40M6HC17479N4C4','V-4N9B-6G5B-G','dbs','enhanced','001234500010','2026-06-01','Dilys Director','2027-06-01');
INSERT INTO "checks" VALUES('K-5RK1-RVYA-M','2026-11-16T10:00:00.195Z','Cora Coordinator','add_check-K5K1GQ9F3J8F1GJY','V-4N9B-6G5B-G','reference',NULL,NULL,'2026-06-01','Cora Coordinator',NULL);
INSERT INTO "checks" VALUES('K-M847-H48Q-T','2026-11-16T10:00:00.240Z','Dilys Director','add_check-KPDZBZ73XNTDH6D9','V-BYWV-0K6F-T','dbs','enhanced','001234500011','2026-06-01','Dilys Director','2027-06-01');
INSERT INTO "checks" VALUES('K-8M21-68JK-W','2026-11-16T10:00:00.250Z','Cora Coordinator','add_check-S7SW68MMS2TYM0B1','V-BYWV-0K6F-T','reference',NULL,NULL,'2026-06-01','Cora Coordinator',NULL);
INSERT INTO "checks" VALUES('K-1NXW-713P-5','2026-11-16T10:00:00.295Z','Dilys Director','add_check-ZEXR423B4BQX4M8S','V-HV7F-6VTC-4','dbs','enhanced','001234500012','2026-06-01','Dilys Director','2027-06-01');
INSERT INTO "checks" VALUES('K-A7MF-PJ8H-G','2026-11-16T10:00:00.305Z','Cora Coordinator','add_check-TVGV25805XJRBATY','V-HV7F-6VTC-4','reference',NULL,NULL,'2026-06-01','Cora Coordinator',NULL);
INSERT INTO "checks" VALUES('K-7TKB-3NK5-G','2026-11-16T10:00:00.350Z','Dilys Director','add_check-7RP7GN1ACNC5MWBY','V-WJ09-73KA-S','dbs','enhanced','001234500013','2026-06-01','Dilys Director','2027-06-01');
INSERT INTO "checks" VALUES('K-T9TV-7S96-M','2026-11-16T10:00:00.360Z','Cora Coordinator','add_check-JQCAD3J5GTJ4VQNY','V-WJ09-73KA-S','reference',NULL,NULL,'2026-06-01','Cora Coordinator',NULL);
INSERT INTO "checks" VALUES('K-64Q7-QBVW-C','2026-11-16T10:00:00.405Z','Dilys Director','add_check-0N8Q71DG0GQB3N2E','V-ABEV-D2TB-T','dbs','enhanced','001234500014','2026-06-01','Dilys Director','2027-06-01');
INSERT INTO "checks" VALUES('K-XR9F-9KK5-Y','2026-11-16T10:00:00.415Z','Cora Coordinator','add_check-9Y6WEQPETFS9QWJX','V-ABEV-D2TB-T','reference',NULL,NULL,'2026-06-01','Cora Coordinator',NULL);
INSERT INTO "checks" VALUES('K-H8JT-9718-G','2026-11-16T10:00:00.460Z','Dilys Director','add_check-VEEWZPT5E1SXF1HF','V-YHMT-XF3F-T','dbs','enhanced','001234500015','2026-06-01','Dilys Director','2027-06-01');
INSERT INTO "checks" VALUES('K-WGDJ-VY38-6','2026-11-16T10:00:00.470Z','Cora Coordinator','add_check-PGGEGXMR4DG1V7P9','V-YHMT-XF3F-T','reference',NULL,NULL,'2026-06-01','Cora Coordinator',NULL);
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
INSERT INTO "checks_now" VALUES('K-FSNC-C5BF-J','2026-11-16T10:00:00.050Z','Cora Coordinator','2026-11-16T10:00:00.050Z',NULL,'V-Y01F-B5JX-1','reference',NULL,NULL,'2026-06-01','Cora Coordinator',NULL);
INSERT INTO "checks_now" VALUES('K-SBMW-BSBR-A','2026-11-16T10:00:00.105Z','Cora Coordinator','2026-11-16T10:00:00.105Z',NULL,'V-NKGK-ECHD-W','reference',NULL,NULL,'2026-06-01','Cora Coordinator',NULL);
INSERT INTO "checks_now" VALUES('K-V5KH-CSXS-P','2026-11-16T10:00:00.185Z','Dilys Director','2026-11-16T10:00:00.185Z',NULL,'V-4N9B-6G5B-G','dbs','enhanced','001234500010','2026-06-01','Dilys Director','2027-06-01');
INSERT INTO "checks_now" VALUES('K-5RK1-RVYA-M','2026-11-16T10:00:00.195Z','Cora Coordinator','2026-11-16T10:00:00.195Z',NULL,'V-4N9B-6G5B-G','reference',NULL,NULL,'2026-06-01','Cora Coordinator',NULL);
INSERT INTO "checks_now" VALUES('K-M847-H48Q-T','2026-11-16T10:00:00.240Z','Dilys Director','2026-11-16T10:00:00.240Z',NULL,'V-BYWV-0K6F-T','dbs','enhanced','001234500011','2026-06-01','Dilys Director','2027-06-01');
INSERT INTO "checks_now" VALUES('K-8M21-68JK-W','2026-11-16T10:00:00.250Z','Cora Coordinator','2026-11-16T10:00:00.250Z',NULL,'V-BYWV-0K6F-T','reference',NULL,NULL,'2026-06-01','Cora Coordinator',NULL);
INSERT INTO "checks_now" VALUES('K-1NXW-713P-5','2026-11-16T10:00:00.295Z','Dilys Director','2026-11-16T10:00:00.295Z',NULL,'V-HV7F-6VTC-4','dbs','enhanced','001234500012','2026-06-01','Dilys Director','2027-06-01');
INSERT INTO "checks_now" VALUES('K-A7MF-PJ8H-G','2026-11-16T10:00:00.305Z','Cora Coordinator','2026-11-16T10:00:00.305Z',NULL,'V-HV7F-6VTC-4','reference',NULL,NULL,'2026-06-01','Cora Coordinator',NULL);
INSERT INTO "checks_now" VALUES('K-7TKB-3NK5-G','2026-11-16T10:00:00.350Z','Dilys Director','2026-11-16T10:00:00.350Z',NULL,'V-WJ09-73KA-S','dbs','enhanced','001234500013','2026-06-01','Dilys Director','2027-06-01');
INSERT INTO "checks_now" VALUES('K-T9TV-7S96-M','2026-11-16T10:00:00.360Z','Cora Coordinator','2026-11-16T10:00:00.360Z',NULL,'V-WJ09-73KA-S','reference',NULL,NULL,'2026-06-01','Cora Coordinator',NULL);
INSERT INTO "checks_now" VALUES('K-64Q7-QBVW-C','2026-11-16T10:00:00.405Z','Dilys Director','2026-11-16T10:00:00.405Z',NULL,'V-ABEV-D2TB-T','dbs','enhanced','001234500014','2026-06-01','Dilys Director','2027-06-01');
INSERT INTO "checks_now" VALUES('K-XR9F-9KK5-Y','2026-11-16T10:00:00.415Z','Cora Coordinator','2026-11-16T10:00:00.415Z',NULL,'V-ABEV-D2TB-T','reference',NULL,NULL,'2026-06-01','Cora Coordinator',NULL);
INSERT INTO "checks_now" VALUES('K-H8JT-9718-G','2026-11-16T10:00:00.460Z','Dilys Director','2026-11-16T10:00:00.460Z',NULL,'V-YHMT-XF3F-T','dbs','enhanced','001234500015','2026-06-01','Dilys Director','2027-06-01');
INSERT INTO "checks_now" VALUES('K-WGDJ-VY38-6','2026-11-16T10:00:00.470Z','Cora Coordinator','2026-11-16T10:00:00.470Z',NULL,'V-YHMT-XF3F-T','reference',NULL,NULL,'2026-06-01','Cora Coordinator',NULL);
CREATE TABLE concern_reads (
	id TEXT NOT NULL,
	concern_id TEXT NOT NULL,
	at TEXT NOT NULL,
	"by" TEXT NOT NULL,
	PRIMARY KEY (id)
);
INSERT INTO "concern_reads" VALUES('JP0MRCC39AEPDDWD','X-C3WZ-74HM-A','2026-11-18T13:55:01.515Z','Lena Lead');
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
INSERT INTO "concerns" VALUES('X-VDBX-8BYC-H','2026-11-18T13:55:01.390Z','concern',NULL,NULL,'TFgCvTlZ5nSYNNOWWnV2quWwIVTyDoN84DCQMI5WFc9NBMEa0DXfjjm_s_SbcQU3',NULL,'TFgCvTlZ5nSYNNOWWnV2quWwIVTg31frwkE4vmcTO3TcIGnO0Jqn8243MO8V4R-MNL8UGg==',NULL,NULL,NULL,NULL,'TFgCvTlZ5nSYNNOWWnV2quWwIVTPOfOr1mt7GO9UQyORkkGxhhJtgHsP_sxDxq1n',NULL,NULL,NULL,'TFgCvTlZ5nSYNNOWWnV2quWwIVRmoNYgaNzdQbAKcX47VwIKG1c=','TFgCvTlZ5nSYNNOWWnV2quWwIVTD6493YGkNr9dAAuoU4qws_VI=','TFgCvTlZ5nSYNNOWWnV2quWwIVTePp2f2Bcne7eDsILR13NkY5gSJ69kKkFiLZYQc_a-WuAr1_REo5oxM88kXAcEFvt499nMGfgugV9vIA0umSofDXTodVMyeDFaa984xa9b3lcWwftxhNv5CXMr3WR74JlVyZWVsddy','adults','raised');
INSERT INTO "concerns" VALUES('X-C3WZ-74HM-A','2026-11-18T13:55:01.395Z','concern',NULL,NULL,'TFgCvWqVyXuDx3H3my8Bd6cd1DQ-8e_SoQRgtpW2oKVhkVBaqhJnrsDVBFqISUb8',NULL,'TFgCvWqVyXuDx3H3my8Bd6cd1DR_-XibY3fQc_hPTe5mF-FyiHKNYeRICi9y_b-rLepl0g==',NULL,NULL,NULL,NULL,'TFgCvWqVyXuDx3H3my8Bd6cd1DQOKG3X4M2P89qzzbBAGyM7INCu1KbTHrx9QsG4',NULL,NULL,NULL,'TFgCvWqVyXuDx3H3my8Bd6cd1DTkmvQFxvdia8MGw4l7iMvQZw0zGxQ-PQKQljhBZMYpMn3jNEN8ZQ6dGoa5n8z_6Jxbm_olqnPMqzALG7vGYUFdo8D3RFly1JSM71wKyLgrLJP3o1GMiQogSDzSfkYnuyCstjQ=','TFgCvWqVyXuDx3H3my8Bd6cd1DRNt5LkUTzD22JRLEAf0mk1a5x6vkrPQeva8oM9i9LHUZPQ-yNwJFqlJEKbqC7QsAG5HFXWuHIRZVlfoEfSwNQJlAWexTicfraX1pbQwzBhkpWhgrzmcGBg9m3L7TAQqmN5zcrQQmpwbG2XJM8VMPf1kBIYydLNnZG1Fk8XYvuEiq2rZLGrQvo=','TFgCvWqVyXuDx3H3my8Bd6cd1DR356fAZBUXgSDFo5_aVHC1pn451a_D-8sTRwdLhVQHPRZ433l3IKZwtJRrOjfKORN64aoQUs_71iryLPYpjE_ZOPtFBIpqXuHb_CXyh5MaQRltW0Dc5Dcmi3Q9bAsGLITagZOTjbOk','adults','raised');
INSERT INTO "concerns" VALUES('X-JGP9-M89V-1','2026-11-18T13:55:01.410Z','concern',NULL,NULL,'TFgCvR5xc1tVT7TxMb4dDL902xr0xx9V-9sRR99wQ5K8PXuT9I991afkLKue6dMJ',NULL,'TFgCvR5xc1tVT7TxMb4dDL902xo8p729zdAhthcjN1104qOtfKNKnVxSgBH4WHnZYG40Sg==',NULL,NULL,NULL,NULL,'TFgCvR5xc1tVT7TxMb4dDL902xpIQsjmbB3DJiMH61oe9M3AIWKosiDx1CvdWaYj',NULL,NULL,NULL,'TFgCvR5xc1tVT7TxMb4dDL902xopvNvpjjf5uTfWjAbShsAxJuA=','TFgCvR5xc1tVT7TxMb4dDL902xp_gW96i4eSksoBxktnN7z2iQk=','TFgCvR5xc1tVT7TxMb4dDL902xqe_nWbzxibBuxm--P8dggsbcNGQAL0JrWLG5VU_3qE1gqu9x6F7eO9D4ZejKYVeDzEO_JlRGVW9MJUAtEv2QDtGvyVy2ZfKXhOou1KYt_HKSKjIrMWk34zjIL8p3kokFGxGOYcw0Fh','adults','raised');
INSERT INTO "concerns" VALUES('X-S8DV-A75Z-Q','2026-11-18T13:55:01.435Z','concern',NULL,NULL,'TFgCvfrTp_2R2f2MelMtlNWGbgQdkfMsh_nv7NYaIZayDrQA2ZYQjsU5zD23IU3l',NULL,'TFgCvfrTp_2R2f2MelMtlNWGbgTzisdL9c-AaFAKqqeGZ_QqzR8QVLjzu-MDY3Cij-kdzg==',NULL,NULL,NULL,NULL,'TFgCvfrTp_2R2f2MelMtlNWGbgRUpgjdS9thuODXH5AvZdPDX5_79KBD-zKSG8Y2',NULL,NULL,NULL,'TFgCvfrTp_2R2f2MelMtlNWGbgQiqBYDkGovJ7U2zRHtp5DnVp0=','TFgCvfrTp_2R2f2MelMtlNWGbgQAj_tn3YxC_4QfGKfjY5f_UkA=','TFgCvfrTp_2R2f2MelMtlNWGbgSo3SoXLMkYyj5W5ChCnf7lhH5V1NzsaSdsSl_7Fz3TjtJpu9GIkFgPYc24iyaR5Z-NWh1rCrfogvB22bdKUz1WV6cBbLm_1tctmYl_soyNhjvk1xvKbAnvYpswSDpwnNsiw6ig3wL-','adults','raised');
INSERT INTO "concerns" VALUES('X-TXAM-EDCK-X','2026-11-18T13:55:01.470Z','concern',NULL,NULL,'TFgCvdkNyIl1V-VWW8SnyJYe_juHGBCBlZYlf_aX9apY1Fhs2xoF_mntvBYRVqw5',NULL,'TFgCvdkNyIl1V-VWW8SnyJYe_jsYNcK-9RxQgS1sxIRWj8sAEZ8WIn0a-t0mjRM022lLoQ==',NULL,NULL,NULL,NULL,'TFgCvdkNyIl1V-VWW8SnyJYe_jsx2YcsxUFgdpm1hjryaPVI-Xn31Qr2pXULv4JF',NULL,NULL,NULL,'TFgCvdkNyIl1V-VWW8SnyJYe_juCaqvg0u_bhmRK3zRCcMZhg6Q=','TFgCvdkNyIl1V-VWW8SnyJYe_jt4yckNpLxnN0LK24ycrMvU0vg=','TFgCvdkNyIl1V-VWW8SnyJYe_juQnwPCqcj9WO1S_MCjV7wqbDPnJX8VVZfxxRKLp_9LmQbjmOnUq_YUMwPsAYKwSKQaDWSTq5LfitfyNQ27lbcBZOmyIikVaL4G_tOfgnLPBlP_4-1CWhK0O3SE6a9MNlpOC8-1tfYb','adults','raised');
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
INSERT INTO "concerns_now" VALUES('X-VDBX-8BYC-H','2026-11-18T13:55:01.390Z','concern','2026-11-18T13:55:01.390Z',NULL,NULL,'TFgCvTlZ5nSYNNOWWnV2quWwIVTyDoN84DCQMI5WFc9NBMEa0DXfjjm_s_SbcQU3',NULL,'TFgCvTlZ5nSYNNOWWnV2quWwIVTg31frwkE4vmcTO3TcIGnO0Jqn8243MO8V4R-MNL8UGg==',NULL,NULL,NULL,NULL,'TFgCvTlZ5nSYNNOWWnV2quWwIVTPOfOr1mt7GO9UQyORkkGxhhJtgHsP_sxDxq1n',NULL,NULL,NULL,'TFgCvTlZ5nSYNNOWWnV2quWwIVRmoNYgaNzdQbAKcX47VwIKG1c=','TFgCvTlZ5nSYNNOWWnV2quWwIVTD6493YGkNr9dAAuoU4qws_VI=','TFgCvTlZ5nSYNNOWWnV2quWwIVTePp2f2Bcne7eDsILR13NkY5gSJ69kKkFiLZYQc_a-WuAr1_REo5oxM88kXAcEFvt499nMGfgugV9vIA0umSofDXTodVMyeDFaa984xa9b3lcWwftxhNv5CXMr3WR74JlVyZWVsddy','adults','raised');
INSERT INTO "concerns_now" VALUES('X-C3WZ-74HM-A','2026-11-18T13:55:01.395Z','concern','2026-11-18T13:55:01.405Z',NULL,NULL,'TFgCvWqVyXuDx3H3my8Bd6cd1DQ-8e_SoQRgtpW2oKVhkVBaqhJnrsDVBFqISUb8',NULL,'TFgCvWqVyXuDx3H3my8Bd6cd1DR_-XibY3fQc_hPTe5mF-FyiHKNYeRICi9y_b-rLepl0g==',NULL,NULL,NULL,NULL,'TFgCvWqVyXuDx3H3my8Bd6cd1DQOKG3X4M2P89qzzbBAGyM7INCu1KbTHrx9QsG4',NULL,NULL,NULL,'TFgCvWqVyXuDx3H3my8Bd6cd1DTkmvQFxvdia8MGw4l7iMvQZw0zGxQ-PQKQljhBZMYpMn3jNEN8ZQ6dGoa5n8z_6Jxbm_olqnPMqzALG7vGYUFdo8D3RFly1JSM71wKyLgrLJP3o1GMiQogSDzSfkYnuyCstjQ=','TFgCvWqVyXuDx3H3my8Bd6cd1DRNt5LkUTzD22JRLEAf0mk1a5x6vkrPQeva8oM9i9LHUZPQ-yNwJFqlJEKbqC7QsAG5HFXWuHIRZVlfoEfSwNQJlAWexTicfraX1pbQwzBhkpWhgrzmcGBg9m3L7TAQqmN5zcrQQmpwbG2XJM8VMPf1kBIYydLNnZG1Fk8XYvuEiq2rZLGrQvo=','TFgCvRYPnEKi1fmQ0ulX-Gh02-kp1UOeigj44U9kWjayUuXYchKNb13N2N-CG8GMByDQ5SYuwDjpNLcBIz45vDnmF8ngrTuCo6_OQy8maLwS-u6SDAZbACrDorCEabxAiYbzfGAgHkyOGMaibMXGGH82hlxjegaKBBXTTXIpjfWDJ4aKPBLZ_N7xGOObTLe1F5Z-Wlocp7s4MDJj-fxm5ZpmlCgzdVVufQdcTW1t9_AOua5LUrBXMn3F5pnTSsgPSJP12zHXXvS2lk0I4yIBbhT0vMwd1A==','adults','acknowledged');
INSERT INTO "concerns_now" VALUES('X-JGP9-M89V-1','2026-11-18T13:55:01.410Z','concern','2026-11-18T13:55:01.430Z',NULL,NULL,'TFgCvR5xc1tVT7TxMb4dDL902xr0xx9V-9sRR99wQ5K8PXuT9I991afkLKue6dMJ',NULL,'TFgCvR5xc1tVT7TxMb4dDL902xo8p729zdAhthcjN1104qOtfKNKnVxSgBH4WHnZYG40Sg==',NULL,NULL,NULL,NULL,'TFgCvR5xc1tVT7TxMb4dDL902xpIQsjmbB3DJiMH61oe9M3AIWKosiDx1CvdWaYj',NULL,NULL,NULL,'TFgCvR5xc1tVT7TxMb4dDL902xopvNvpjjf5uTfWjAbShsAxJuA=','TFgCvR5xc1tVT7TxMb4dDL902xp_gW96i4eSksoBxktnN7z2iQk=','TFgCvaQcCJtWrqCtNoihmL6mrt_cqjNNscLKVlkAc5t9bX1TddcVcZiiKlPKrKd1V54eMeqfHbAz7cwJZXYsDZykzEj2qtrF1zNfeWQXXuuZY15FwdHg-RmyUje_ArmDZ08OGLoW5SQVTHfXDantthWUXZguq4lpU5DbmR14DNa96STD6BdiKt8n82rbV997tGSRZoWw6sOJLMpr7oPl6IMELON_wCSGUZaVqlT25W8Gp2u5fu9jr8aenDAJbPvF0jIaeTOUeA3oJDMPvffVfdgRocS6j65O-OwvLO0Is_kYcolXbUkuxDRJVq_B088MgUhEHfsv4HFbhAvF2DqfR7pmgAhxabyEwQGBkBZjSl2nkC8r3pDlQFF1epvBw_j3pu2ECh0RGxSFs2g61BUsgN8H5tOrxkrb7zrAVeZkR-vKiSebJu-67NtFVd4-3wjrCovL5qIgY5Mj-MjL0sZnNBetgi1DzfJRRKxaO7ELhErRKnN-IbjCRU8k5A4Ueg==','adults','decided');
INSERT INTO "concerns_now" VALUES('X-S8DV-A75Z-Q','2026-11-18T13:55:01.435Z','concern','2026-11-18T13:55:01.465Z',NULL,NULL,'TFgCvfrTp_2R2f2MelMtlNWGbgQdkfMsh_nv7NYaIZayDrQA2ZYQjsU5zD23IU3l',NULL,'TFgCvfrTp_2R2f2MelMtlNWGbgTzisdL9c-AaFAKqqeGZ_QqzR8QVLjzu-MDY3Cij-kdzg==',NULL,NULL,NULL,NULL,'TFgCvfrTp_2R2f2MelMtlNWGbgRUpgjdS9thuODXH5AvZdPDX5_79KBD-zKSG8Y2',NULL,NULL,NULL,'TFgCvfrTp_2R2f2MelMtlNWGbgQiqBYDkGovJ7U2zRHtp5DnVp0=','TFgCvfrTp_2R2f2MelMtlNWGbgQAj_tn3YxC_4QfGKfjY5f_UkA=','TFgCvTxtZszDaYiyJ9mlCCfN74uz_ACBky-wIaVMaWic9HWdJDPEY9GuGIZQERmJZ1u5aD03Db_JkyHdK5_5FFxo1dg_vE4yBCCz8Et7TM5m_38k2SNV-6QCGCpMqkXKBmEGiSMaDCz6BhVvEjA0ysDzQnf30-Uu2hawJseKy-U7dphoU7mio42HcAYTzHmhEzB-dRnfC4aGyt5BRiGQwLfK3Jh8ihuwwOQEb2k6mYVWMcD1xh6UJrA4KcvL7dHQQwLVey98dj54RC7e1EJgv7YFGxLZe4ynwdMSfYMfTDf5r_8NdTrqXk1EPAzy1Ps0U4EerJc381Wr_MtBQhACakBLVNbMjZEwKkrwlWUZr-UdkoklUq0CZc-ac61sGir3lo9pfv1JdE550pyqXnMF0Zs_77sITZGrvLffBGdg7sDtcdeG29vUNQ_e0pHbqz_d-GYiLfAThWF_Z2K_1UyjBVvDAoRK0PY0RTwzqov3CbsPizVmjxIEX2PdQUbewwjMnDGAOyZi_Lrk_D3wgrdvIhx3io3LgMylTyJEArQesbb6R0YHgibtdhxJRfBuy1kjNIQaMIlPZ2E7jH2xogz5yIPfyhfa6DzFcnMUVpOGrB_mgZ2T3onq8UkJxd3rIXBMSesVja8F4Y3XtOaiT-Yhe6nrKo6HO_crjzKyFIPN','adults','referred');
INSERT INTO "concerns_now" VALUES('X-TXAM-EDCK-X','2026-11-18T13:55:01.470Z','concern','2026-11-18T13:55:01.510Z',NULL,NULL,'TFgCvdkNyIl1V-VWW8SnyJYe_juHGBCBlZYlf_aX9apY1Fhs2xoF_mntvBYRVqw5',NULL,'TFgCvdkNyIl1V-VWW8SnyJYe_jsYNcK-9RxQgS1sxIRWj8sAEZ8WIn0a-t0mjRM022lLoQ==',NULL,NULL,NULL,NULL,'TFgCvdkNyIl1V-VWW8SnyJYe_jsx2YcsxUFgdpm1hjryaPVI-Xn31Qr2pXULv4JF',NULL,NULL,NULL,'TFgCvdkNyIl1V-VWW8SnyJYe_juCaqvg0u_bhmRK3zRCcMZhg6Q=','TFgCvdkNyIl1V-VWW8SnyJYe_jt4yckNpLxnN0LK24ycrMvU0vg=','TFgCvZHL3ykZFYJZwTKekB1yUwE1zKTPgj1EsUmPaUpVBmTJ6O0tkYGNSu8do8qLhpxyDtyvVGCZQJg-rfHgZZPXbfjT2Y1u6WQiXX92WgmO7UfAQZfzYPYSvtZ__HoTpSi7WKm3DnZzaYA_RgwKYBMIQnJXx5kkt6mollUox1I7v58mJv3olXdrZElfWza6EscqAaDQRphAIO08luo9nOn8MSrZEZmevZHj1j87W7HieSXHQ8DvTRDun_QX41V6XaVo7wCps1UAfLSohg9yvuL62zmexSKi5_BbxgJ7haKDxivGdjhgrmLbpOdFczGvNOvkzKGlLjHN1YB2X_PTaLd0AsfBxcNxKMky6vbHNx65H8SsKUvEpP7FHvNfyriO6shy74k9SB_-R2rDp-vZvpscdswOwaZhf5T0_nq7wVYdROgAqWWOTalP5-i7dBzwWT0L3o8va_sX5nB8yQwCIz5DU_827UotqVY71dQPF2OupmGLsLl8Dubz8mjzI11d_BNzH3tsj6mQBi1RXqgQcquo2wwHyecpiy5oajZSGt0JhzfywjrjzfZF1jEUN-ONi-GMEYRk2DMddgaElurtDqpu8zNF6-r5LHcRacIYgDxHqKbitRuc7WcQKwapO2iwJCxPcRvwATDt51kSSwfh-1sP6OpdsOwGi8zRL91TysR18zpKdQbUruqpxgPc5sURf3ZcKdGW07L0sksVM83CWl_HYQ2KEeRTsajnZwhVsv2LtdKQkxJyA40lY2A-V-XXfvhnC-UgtiH4dA1dnYYYpyb6QkfkL-IU5naKXAGk91z549S8a0td','adults','closed');
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
INSERT INTO "contacts" VALUES('C-JN4H-RP4H-G','2026-11-16T10:00:00.150Z','Cora Coordinator','move_volunteer-JJJT8D6M5VM3EW0S','V-4E76-JXE8-2','V-4E76-JXE8-2','telephone',NULL,'note','They offered to help, and we said no. Tell them','open',NULL,NULL);
INSERT INTO "contacts" VALUES('C-0EM9-8WGS-T','2026-11-16T13:00:00.555Z','Hal Handler','no_answer-HND9C9V8G5XHTJG8','R-9CF6-XEA9-F',NULL,'telephone','out','no_answer',NULL,'dealt_with',NULL,NULL);
INSERT INTO "contacts" VALUES('C-Q8DP-H77Q-A','2026-11-17T13:55:00.815Z','Hal Handler','rang-RVTHM6X7VA37XKMP','M-RX50-37VR-B','V-4N9B-6G5B-G','telephone','out','no_answer',NULL,'dealt_with',NULL,NULL);
INSERT INTO "contacts" VALUES('C-Q5NT-06N4-C','2026-11-17T13:55:00.825Z','Hal Handler','rang-QBXXJMDXWC8ZZQ9D','M-RX50-37VR-B','V-4N9B-6G5B-G','telephone','out','yes',NULL,'dealt_with',NULL,NULL);
INSERT INTO "contacts" VALUES('C-Q3E9-118E-W','2026-11-17T13:55:00.845Z','Hal Handler','resident_told-3WGGJ1AEYF4THZNH','M-RX50-37VR-B','P-9YT1-ZCHZ-Q','telephone','out','told',NULL,'dealt_with',NULL,NULL);
INSERT INTO "contacts" VALUES('C-MQQX-EPKS-A','2026-11-17T13:55:00.875Z','Hal Handler','rang-J3TMT321D1EWKD67','M-MTDW-M81Q-X','V-BYWV-0K6F-T','telephone','out','yes',NULL,'dealt_with',NULL,NULL);
INSERT INTO "contacts" VALUES('C-6ZBM-54ZM-J','2026-11-17T13:55:00.895Z','Hal Handler','resident_told-GQB6D5ZD9DTVBMFK','M-MTDW-M81Q-X','P-CQ5B-431J-T','telephone','out','told',NULL,'dealt_with',NULL,NULL);
INSERT INTO "contacts" VALUES('C-S34A-6S89-P','2026-11-18T13:55:00.935Z','Cora Coordinator','end-RRPQ4GE32BMK5KCK','M-MTDW-M81Q-X','V-BYWV-0K6F-T','telephone',NULL,'note','They know each other, and it ends here. Ring and tell them','open',NULL,NULL);
INSERT INTO "contacts" VALUES('C-KK5P-XVRB-J','2026-11-18T13:55:00.935Z','Cora Coordinator','end-RRPQ4GE32BMK5KCK','M-MTDW-M81Q-X','P-CQ5B-431J-T','telephone',NULL,'note','They know each other, and it ends here. Ring and tell them','open',NULL,NULL);
INSERT INTO "contacts" VALUES('C-645D-WV2M-N','2026-11-18T13:55:00.965Z','Hal Handler','rang-JCT4E549FF2XME0H','M-Z8SD-Y55C-S','V-HV7F-6VTC-4','telephone','out','yes',NULL,'dealt_with',NULL,NULL);
INSERT INTO "contacts" VALUES('C-AAS8-KRR9-B','2026-11-18T13:55:00.995Z','Hal Handler','rang-RBNYWK9BG5Z326PQ','M-4DTY-M67R-K','V-ABEV-D2TB-T','telephone','out','no',NULL,'dealt_with',NULL,NULL);
INSERT INTO "contacts" VALUES('C-A7K6-9TTX-P','2026-11-18T13:55:01.015Z','Hal Handler','rang-MR36X1R7SFAA9P89','M-K6SB-8H5W-9','V-BYWV-0K6F-T','telephone','out','yes',NULL,'dealt_with',NULL,NULL);
INSERT INTO "contacts" VALUES('C-YQB2-1QRE-0','2026-11-18T13:55:01.025Z','Cora Coordinator','cancel-27J4GDS7WYXCXGRD','M-K6SB-8H5W-9','V-BYWV-0K6F-T','telephone',NULL,'note','They were asked to help, and it is called off. Ring and tell them','open',NULL,NULL);
INSERT INTO "contacts" VALUES('C-NE7F-0BNT-A','2026-11-18T13:55:01.180Z','Hal Handler','log_contact-9R3V1TVR5AX2E0RT','N-D5SQ-Y0GT-Y','V-4N9B-6G5B-G','telephone','out','note','Rang to say thank you','dealt_with',NULL,NULL);
INSERT INTO "contacts" VALUES('C-T461-DGMZ-N','2026-11-18T13:55:01.190Z','Hal Handler','log_contact-RJ1ZFR04TC6P35NP','P-11B3-MSCH-P',NULL,'telephone','in','note','Please ring back about Tuesday','open',NULL,NULL);
INSERT INTO "contacts" VALUES('C-QYQZ-7FPW-2','2026-11-18T13:55:01.200Z','Hal Handler','log_contact-XTZHARGVHCCTY81N','R-J6QG-RSVR-K',NULL,'telephone','out','note','Neighbour asked how long','open',NULL,NULL);
INSERT INTO "contacts" VALUES('C-14EC-00NR-B','2026-11-18T16:05:01.655Z','sheet',NULL,'N-GVGF-16R2-2','P-11B3-MSCH-P','sheet','in','note','Standing: ring her son first','open',NULL,NULL);
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
INSERT INTO "contacts_now" VALUES('C-JN4H-RP4H-G','2026-11-16T10:00:00.150Z','Cora Coordinator','2026-11-16T10:00:00.150Z',NULL,'V-4E76-JXE8-2','V-4E76-JXE8-2','telephone',NULL,'note','They offered to help, and we said no. Tell them','open',NULL,NULL);
INSERT INTO "contacts_now" VALUES('C-0EM9-8WGS-T','2026-11-16T13:00:00.555Z','Hal Handler','2026-11-16T13:00:00.555Z',NULL,'R-9CF6-XEA9-F',NULL,'telephone','out','no_answer',NULL,'dealt_with',NULL,NULL);
INSERT INTO "contacts_now" VALUES('C-Q8DP-H77Q-A','2026-11-17T13:55:00.815Z','Hal Handler','2026-11-17T13:55:00.815Z',NULL,'M-RX50-37VR-B','V-4N9B-6G5B-G','telephone','out','no_answer',NULL,'dealt_with',NULL,NULL);
INSERT INTO "contacts_now" VALUES('C-Q5NT-06N4-C','2026-11-17T13:55:00.825Z','Hal Handler','2026-11-17T13:55:00.825Z',NULL,'M-RX50-37VR-B','V-4N9B-6G5B-G','telephone','out','yes',NULL,'dealt_with',NULL,NULL);
INSERT INTO "contacts_now" VALUES('C-Q3E9-118E-W','2026-11-17T13:55:00.845Z','Hal Handler','2026-11-17T13:55:00.845Z',NULL,'M-RX50-37VR-B','P-9YT1-ZCHZ-Q','telephone','out','told',NULL,'dealt_with',NULL,NULL);
INSERT INTO "contacts_now" VALUES('C-MQQX-EPKS-A','2026-11-17T13:55:00.875Z','Hal Handler','2026-11-17T13:55:00.875Z',NULL,'M-MTDW-M81Q-X','V-BYWV-0K6F-T','telephone','out','yes',NULL,'dealt_with',NULL,NULL);
INSERT INTO "contacts_now" VALUES('C-6ZBM-54ZM-J','2026-11-17T13:55:00.895Z','Hal Handler','2026-11-17T13:55:00.895Z',NULL,'M-MTDW-M81Q-X','P-CQ5B-431J-T','telephone','out','told',NULL,'dealt_with',NULL,NULL);
INSERT INTO "contacts_now" VALUES('C-S34A-6S89-P','2026-11-18T13:55:00.935Z','Cora Coordinator','2026-11-18T13:55:00.935Z',NULL,'M-MTDW-M81Q-X','V-BYWV-0K6F-T','telephone',NULL,'note','They know each other, and it ends here. Ring and tell them','open',NULL,NULL);
INSERT INTO "contacts_now" VALUES('C-KK5P-XVRB-J','2026-11-18T13:55:00.935Z','Cora Coordinator','2026-11-18T13:55:00.935Z',NULL,'M-MTDW-M81Q-X','P-CQ5B-431J-T','telephone',NULL,'note','They know each other, and it ends here. Ring and tell them','open',NULL,NULL);
INSERT INTO "contacts_now" VALUES('C-645D-WV2M-N','2026-11-18T13:55:00.965Z','Hal Handler','2026-11-18T13:55:00.965Z',NULL,'M-Z8SD-Y55C-S','V-HV7F-6VTC-4','telephone','out','yes',NULL,'dealt_with',NULL,NULL);
INSERT INTO "contacts_now" VALUES('C-AAS8-KRR9-B','2026-11-18T13:55:00.995Z','Hal Handler','2026-11-18T13:55:00.995Z',NULL,'M-4DTY-M67R-K','V-ABEV-D2TB-T','telephone','out','no',NULL,'dealt_with',NULL,NULL);
INSERT INTO "contacts_now" VALUES('C-A7K6-9TTX-P','2026-11-18T13:55:01.015Z','Hal Handler','2026-11-18T13:55:01.015Z',NULL,'M-K6SB-8H5W-9','V-BYWV-0K6F-T','telephone','out','yes',NULL,'dealt_with',NULL,NULL);
INSERT INTO "contacts_now" VALUES('C-YQB2-1QRE-0','2026-11-18T13:55:01.025Z','Cora Coordinator','2026-11-18T13:55:01.025Z',NULL,'M-K6SB-8H5W-9','V-BYWV-0K6F-T','telephone',NULL,'note','They were asked to help, and it is called off. Ring and tell them','open',NULL,NULL);
INSERT INTO "contacts_now" VALUES('C-NE7F-0BNT-A','2026-11-18T13:55:01.180Z','Hal Handler','2026-11-18T13:55:01.180Z',NULL,'N-D5SQ-Y0GT-Y','V-4N9B-6G5B-G','telephone','out','note','Rang to say thank you','dealt_with',NULL,NULL);
INSERT INTO "contacts_now" VALUES('C-T461-DGMZ-N','2026-11-18T13:55:01.190Z','Hal Handler','2026-11-18T13:55:01.190Z',NULL,'P-11B3-MSCH-P',NULL,'telephone','in','note','Please ring back about Tuesday','open',NULL,NULL);
INSERT INTO "contacts_now" VALUES('C-QYQZ-7FPW-2','2026-11-18T13:55:01.200Z','Hal Handler','2026-11-18T13:55:01.210Z',NULL,'R-J6QG-RSVR-K',NULL,'telephone','out','note','Neighbour asked how long','dealt_with',NULL,NULL);
INSERT INTO "contacts_now" VALUES('C-14EC-00NR-B','2026-11-18T16:05:01.655Z','sheet','2026-11-18T16:05:01.655Z',NULL,'N-GVGF-16R2-2','P-11B3-MSCH-P','sheet','in','note','Standing: ring her son first','open',NULL,NULL);
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
INSERT INTO "erasures" VALUES('Y-H53W-RN18-N','2026-11-18T13:55:01.380Z','Dilys Director',NULL,'residents','P-Y5NP-MK2M-G',NULL);
INSERT INTO "erasures" VALUES('Y-47GD-4CKR-4','2026-11-18T13:55:01.380Z','Dilys Director',NULL,'help_requests','R-4QWR-28AM-V','d71e40df91473b52861c871035962e78e7b8265e');
INSERT INTO "erasures" VALUES('Y-VFKS-Z048-E','2026-11-18T13:55:01.380Z','Dilys Director',NULL,'needs','N-G5XW-8ETR-1',NULL);
INSERT INTO "erasures" VALUES('Y-JKK7-PF1T-W','2026-11-18T13:55:01.380Z','Dilys Director',NULL,'contacts','C-TC87-H43V-5',NULL);
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
INSERT INTO "erasures_now" VALUES('Y-H53W-RN18-N','2026-11-18T13:55:01.380Z','Dilys Director','2026-11-18T13:55:01.380Z',NULL,'residents','P-Y5NP-MK2M-G',NULL);
INSERT INTO "erasures_now" VALUES('Y-47GD-4CKR-4','2026-11-18T13:55:01.380Z','Dilys Director','2026-11-18T13:55:01.380Z',NULL,'help_requests','R-4QWR-28AM-V','d71e40df91473b52861c871035962e78e7b8265e');
INSERT INTO "erasures_now" VALUES('Y-VFKS-Z048-E','2026-11-18T13:55:01.380Z','Dilys Director','2026-11-18T13:55:01.380Z',NULL,'needs','N-G5XW-8ETR-1',NULL);
INSERT INTO "erasures_now" VALUES('Y-JKK7-PF1T-W','2026-11-18T13:55:01.380Z','Dilys Director','2026-11-18T13:55:01.380Z',NULL,'contacts','C-TC87-H43V-5',NULL);
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
INSERT INTO "help_requests" VALUES('R-J6QG-RSVR-K','2026-11-16T13:00:00.540Z','web',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'Nina New','01632 960001',NULL,NULL,NULL,'BA1 5AW','1 Invented Row','dog_walk','=HYPERLINK("http://example.org") or just a dog',NULL,'mon_am; tue_am',NULL,NULL,NULL,NULL,'web','new',NULL,'bath_north',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "help_requests" VALUES('R-GAWC-TXFM-V','2026-11-16T13:00:00.545Z','web',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'Ursula Urgent','01632 960002',NULL,NULL,NULL,'BA1 5AW','2 Invented Row','shopping','No food in the house
second line','today','mon_am; tue_am',NULL,NULL,NULL,NULL,'web','new',NULL,'bath_north',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "help_requests" VALUES('R-9CF6-XEA9-F','2026-11-16T13:00:00.550Z','web',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'Nora Noanswer','01632 960003',NULL,NULL,NULL,'BA1 5AW','3 Invented Row','dog_walk','The dog is called Bess',NULL,'mon_am; tue_am',NULL,NULL,NULL,NULL,'web','new',NULL,'bath_north',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "help_requests" VALUES('R-FAY4-B16B-E','2026-11-16T13:00:00.565Z','web',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'Clive Closed','01632 960004',NULL,NULL,NULL,'BA1 5AW','4 Invented Row','dog_walk','The dog is called Bess',NULL,'mon_am; tue_am',NULL,NULL,NULL,NULL,'web','new',NULL,'bath_north',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "help_requests" VALUES('R-GXMA-XMSS-V','2026-11-16T13:00:00.580Z','web',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'Nina New','01632 960001',NULL,NULL,NULL,'BA1 5AW','1000 Invented Row','dog_walk','The dog is called Bess',NULL,'mon_am; tue_am',NULL,NULL,NULL,NULL,'web','new',NULL,'bath_north',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "help_requests" VALUES('R-KMME-290P-K','2026-11-16T13:00:00.595Z','web',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'Rita Resident','01632 960020',NULL,NULL,NULL,'BA1 5AW','20 Invented Row','dog_walk','The dog is called Bess',NULL,'mon_am; tue_am',NULL,NULL,NULL,NULL,'web','new',NULL,'bath_north',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "help_requests" VALUES('R-DKHC-H673-S','2026-11-16T13:05:00.610Z','web',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'Reg Resident','01632 960021',NULL,NULL,NULL,'BA1 5AW','21 Invented Row','phone_call','The dog is called Bess',NULL,'mon_am; tue_am',NULL,NULL,NULL,NULL,'web','new',NULL,'bath_north',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "help_requests" VALUES('R-ZZN6-3C5B-B','2026-11-16T13:10:00.625Z','web',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'Rosa Resident','01632 960022',NULL,NULL,NULL,'BA1 5AW','22 Invented Row','dog_walk','The dog is called Bess',NULL,'mon_am; tue_am',NULL,NULL,NULL,NULL,'web','new',NULL,'bath_north',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "help_requests" VALUES('R-WMDV-SXDY-S','2026-11-16T13:15:00.640Z','web',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'Ravi Resident','01632 960023',NULL,NULL,NULL,'BA1 5AW','23 Invented Row','phone_call','The dog is called Bess',NULL,'mon_am; tue_am',NULL,'Ring twice',NULL,NULL,'web','new',NULL,'bath_north',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "help_requests" VALUES('R-DM05-6YHG-B','2026-11-16T13:20:00.655Z','web',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'Ruth Resident','01632 960024',NULL,NULL,NULL,'BA1 5AW','24 Invented Row','dog_walk','The dog is called Bess',NULL,'mon_am; tue_am',NULL,NULL,NULL,NULL,'web','new',NULL,'bath_north',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "help_requests" VALUES('R-5VY5-499D-3','2026-11-16T13:25:00.670Z','web',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'Rob Resident','01632 960025',NULL,NULL,NULL,'BA1 5AW','25 Invented Row','phone_call','The dog is called Bess',NULL,'mon_am; tue_am',NULL,NULL,NULL,NULL,'web','new',NULL,'bath_north',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "help_requests" VALUES('R-QC3T-8D3S-1','2026-11-16T13:30:00.685Z','web',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'Ros Resident','01632 960026',NULL,NULL,NULL,'BA1 5AW','26 Invented Row','dog_walk','The dog is called Bess',NULL,'mon_am; tue_am',NULL,NULL,NULL,NULL,'web','new',NULL,'bath_north',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "help_requests" VALUES('R-BWVR-B31R-D','2026-11-16T13:35:00.700Z','web',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'Ray Resident','01632 960027',NULL,NULL,NULL,'BA1 5AW','27 Invented Row','phone_call','The dog is called Bess',NULL,'mon_am; tue_am',NULL,NULL,NULL,NULL,'web','new',NULL,'bath_north',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "help_requests" VALUES('R-BTNP-S28D-Z','2026-11-16T13:40:00.715Z','web',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'Ria Resident','01632 960028',NULL,NULL,NULL,'BA1 5AW','28 Invented Row','dog_walk','The dog is called Bess',NULL,'mon_am; tue_am',NULL,NULL,NULL,NULL,'web','new',NULL,'bath_north',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "help_requests" VALUES('R-8H8J-7FK0-G','2026-11-16T13:45:00.730Z','web',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'Ron Resident','01632 960029',NULL,NULL,NULL,'BA1 5AW','29 Invented Row','phone_call','The dog is called Bess',NULL,'mon_am; tue_am',NULL,NULL,NULL,NULL,'web','new',NULL,'bath_north',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "help_requests" VALUES('R-Z5S8-1XV5-D','2026-11-16T13:50:00.745Z','web',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'Roy Resident','01632 960030',NULL,NULL,NULL,'BA1 5AW','30 Invented Row','dog_walk','The dog is called Bess',NULL,'mon_am; tue_am',NULL,NULL,NULL,NULL,'web','new',NULL,'bath_north',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "help_requests" VALUES('R-WCP5-NNER-D','2026-11-18T13:55:01.385Z','web',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'Carys Concerned','01632 960095',NULL,NULL,NULL,'BA1 5AW','95 Invented Row','dog_walk',NULL,NULL,'mon_am; tue_am',NULL,NULL,NULL,NULL,'web','new',NULL,'bath_north',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
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
INSERT INTO "help_requests_now" VALUES('R-J6QG-RSVR-K','2026-11-16T13:00:00.540Z','web','2026-11-18T15:55:01.565Z',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'Nina New','01632 960001',NULL,NULL,NULL,'BA1 5AW','1 Invented Row','dog_walk','A dog, Bess, and a cat',NULL,'mon_am; tue_am',NULL,NULL,NULL,NULL,'web','new',NULL,'bath_north',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "help_requests_now" VALUES('R-GAWC-TXFM-V','2026-11-16T13:00:00.545Z','web','2026-11-18T13:55:01.220Z',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'Ursula Urgent','01632 960002',NULL,NULL,NULL,'BA1 5AW','2 Invented Row','shopping','No food in the house
second line','today','mon_am; tue_am',NULL,NULL,NULL,NULL,'web','new','too_fast','bath_north',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "help_requests_now" VALUES('R-9CF6-XEA9-F','2026-11-16T13:00:00.550Z','web','2026-11-16T13:00:00.555Z',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'Nora Noanswer','01632 960003',NULL,NULL,NULL,'BA1 5AW','3 Invented Row','dog_walk','The dog is called Bess',NULL,'mon_am; tue_am',NULL,NULL,NULL,NULL,'web','no_answer',NULL,'bath_north',NULL,NULL,NULL,'2026-11-17T09:00:00.000Z',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "help_requests_now" VALUES('R-FAY4-B16B-E','2026-11-16T13:00:00.565Z','web','2026-11-16T13:00:00.570Z',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'Clive Closed','01632 960004',NULL,NULL,NULL,'BA1 5AW','4 Invented Row','dog_walk','The dog is called Bess',NULL,'mon_am; tue_am',NULL,NULL,NULL,NULL,'web','closed',NULL,'bath_north',NULL,'not_wanted',NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "help_requests_now" VALUES('R-GXMA-XMSS-V','2026-11-16T13:00:00.580Z','web','2026-11-16T13:00:00.585Z',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'Nina New','01632 960001',NULL,NULL,NULL,'BA1 5AW','1000 Invented Row','dog_walk','The dog is called Bess',NULL,'mon_am; tue_am',NULL,NULL,NULL,NULL,'web','closed',NULL,'bath_north',NULL,'duplicate','R-J6QG-RSVR-K',NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "help_requests_now" VALUES('R-KMME-290P-K','2026-11-16T13:00:00.595Z','web','2026-11-16T13:05:00.600Z',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'Rita Resident','01632 960020',NULL,NULL,NULL,'BA1 5AW','20 Invented Row','dog_walk','The dog is called Bess',NULL,'mon_am; tue_am',NULL,NULL,NULL,NULL,'web','triaged',NULL,'bath_north','P-9YT1-ZCHZ-Q',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "help_requests_now" VALUES('R-DKHC-H673-S','2026-11-16T13:05:00.610Z','web','2026-11-18T13:55:00.945Z',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'Reg Resident','01632 960021',NULL,NULL,NULL,'BA1 5AW','21 Invented Row','phone_call','The dog is called Bess',NULL,'mon_am; tue_am',NULL,NULL,NULL,NULL,'web','closed',NULL,'bath_north','P-CQ5B-431J-T','done',NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "help_requests_now" VALUES('R-ZZN6-3C5B-B','2026-11-16T13:10:00.625Z','web','2026-11-16T13:15:00.630Z',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'Rosa Resident','01632 960022',NULL,NULL,NULL,'BA1 5AW','22 Invented Row','dog_walk','The dog is called Bess',NULL,'mon_am; tue_am',NULL,NULL,NULL,NULL,'web','triaged',NULL,'bath_north','P-11B3-MSCH-P',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "help_requests_now" VALUES('R-WMDV-SXDY-S','2026-11-16T13:15:00.640Z','web','2026-11-16T13:20:00.645Z',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'Ravi Resident','01632 960023',NULL,NULL,NULL,'BA1 5AW','23 Invented Row','phone_call','The dog is called Bess',NULL,'mon_am; tue_am',NULL,'Ring twice',NULL,NULL,'web','triaged',NULL,'bath_north','P-9JBH-6VEN-E',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "help_requests_now" VALUES('R-DM05-6YHG-B','2026-11-16T13:20:00.655Z','web','2026-11-16T13:25:00.660Z',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'Ruth Resident','01632 960024',NULL,NULL,NULL,'BA1 5AW','24 Invented Row','dog_walk','The dog is called Bess',NULL,'mon_am; tue_am',NULL,NULL,NULL,NULL,'web','triaged',NULL,'bath_north','P-RE5Q-Y4WC-Y',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "help_requests_now" VALUES('R-5VY5-499D-3','2026-11-16T13:25:00.670Z','web','2026-11-16T13:30:00.675Z',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'Rob Resident','01632 960025',NULL,NULL,NULL,'BA1 5AW','25 Invented Row','phone_call','The dog is called Bess',NULL,'mon_am; tue_am',NULL,NULL,NULL,NULL,'web','triaged',NULL,'bath_north','P-MN4F-ZRCT-E',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "help_requests_now" VALUES('R-QC3T-8D3S-1','2026-11-16T13:30:00.685Z','web','2026-11-16T13:35:00.690Z',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'Ros Resident','01632 960026',NULL,NULL,NULL,'BA1 5AW','26 Invented Row','dog_walk','The dog is called Bess',NULL,'mon_am; tue_am',NULL,NULL,NULL,NULL,'web','triaged',NULL,'bath_north','P-24FJ-DCTA-F',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "help_requests_now" VALUES('R-BWVR-B31R-D','2026-11-16T13:35:00.700Z','web','2026-11-16T13:40:00.705Z',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'Ray Resident','01632 960027',NULL,NULL,NULL,'BA1 5AW','27 Invented Row','phone_call','The dog is called Bess',NULL,'mon_am; tue_am',NULL,NULL,NULL,NULL,'web','triaged',NULL,'bath_north','P-7TD3-GZHP-4',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "help_requests_now" VALUES('R-BTNP-S28D-Z','2026-11-16T13:40:00.715Z','web','2026-11-16T13:45:00.720Z',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'Ria Resident','01632 960028',NULL,NULL,NULL,'BA1 5AW','28 Invented Row','dog_walk','The dog is called Bess',NULL,'mon_am; tue_am',NULL,NULL,NULL,NULL,'web','triaged',NULL,'bath_north','P-A58M-86D3-M',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "help_requests_now" VALUES('R-8H8J-7FK0-G','2026-11-16T13:45:00.730Z','web','2026-11-16T13:50:00.735Z',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'Ron Resident','01632 960029',NULL,NULL,NULL,'BA1 5AW','29 Invented Row','phone_call','The dog is called Bess',NULL,'mon_am; tue_am',NULL,NULL,NULL,NULL,'web','triaged',NULL,'bath_north','P-KVXK-D8PD-5',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "help_requests_now" VALUES('R-Z5S8-1XV5-D','2026-11-16T13:50:00.745Z','web','2026-11-16T13:55:00.750Z',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'Roy Resident','01632 960030',NULL,NULL,NULL,'BA1 5AW','30 Invented Row','dog_walk','The dog is called Bess',NULL,'mon_am; tue_am',NULL,NULL,NULL,NULL,'web','triaged',NULL,'bath_north','P-HC74-AMF7-R',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "help_requests_now" VALUES('R-WCP5-NNER-D','2026-11-18T13:55:01.385Z','web','2026-11-18T13:55:01.385Z',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'Carys Concerned','01632 960095',NULL,NULL,NULL,'BA1 5AW','95 Invented Row','dog_walk',NULL,NULL,'mon_am; tue_am',NULL,NULL,NULL,NULL,'web','new',NULL,'bath_north',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
CREATE TABLE kept_apart (
	concern_id TEXT NOT NULL,
	"table" TEXT NOT NULL,
	record_id TEXT NOT NULL,
	PRIMARY KEY (concern_id, "table", record_id)
);
INSERT INTO "kept_apart" VALUES('X-C3WZ-74HM-A','help_requests','R-WCP5-NNER-D');
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
INSERT INTO "matches" VALUES('M-RX50-37VR-B','2026-11-17T13:55:00.805Z','Cora Coordinator','choose_another-VK9RVM877C3WZ213','N-D5SQ-Y0GT-Y','V-4N9B-6G5B-G','approved',NULL,'1.3 km away by car. Any time suits the resident. Never asked before. Has nothing on now',NULL,NULL,NULL,NULL);
INSERT INTO "matches" VALUES('M-MTDW-M81Q-X','2026-11-17T13:55:00.865Z','Cora Coordinator','choose_another-K6K2BM8MCXVC8P3T','N-SQNW-ADMX-Q','V-BYWV-0K6F-T','approved',NULL,'Helps by telephone. Any time suits the resident. Never asked before. Has nothing on now',NULL,NULL,NULL,NULL);
INSERT INTO "matches" VALUES('M-Z8SD-Y55C-S','2026-11-18T13:55:00.955Z','Cora Coordinator','choose_another-BFDFAV0EQBVVM2WN','N-GVGF-16R2-2','V-HV7F-6VTC-4','approved',NULL,'1.3 km away by car. Any time suits the resident. Never asked before. Has nothing on now',NULL,NULL,NULL,NULL);
INSERT INTO "matches" VALUES('M-BJYR-S4PA-P','2026-11-18T13:55:00.975Z','Cora Coordinator','choose_another-939QYK3R4RS30W6F','N-DDS5-Z4X1-G','V-WJ09-73KA-S','approved',NULL,'Helps by telephone. Any time suits the resident. Never asked before. Has nothing on now',NULL,NULL,NULL,NULL);
INSERT INTO "matches" VALUES('M-4DTY-M67R-K','2026-11-18T13:55:00.985Z','Cora Coordinator','choose_another-KKK3R3FZK4DNQT4G','N-S9VH-H3XY-6','V-ABEV-D2TB-T','approved',NULL,'1.3 km away by car. Any time suits the resident. Never asked before. Has nothing on now',NULL,NULL,NULL,NULL);
INSERT INTO "matches" VALUES('M-K6SB-8H5W-9','2026-11-18T13:55:01.005Z','Cora Coordinator','choose_another-WX574014RB8FMDNX','N-WVA1-VVRE-V','V-BYWV-0K6F-T','approved',NULL,'Helps by telephone. Any time suits the resident. Last asked yesterday. Has helped one time before, and has nothing on now',NULL,NULL,NULL,NULL);
INSERT INTO "matches" VALUES('M-Y3E2-1J2C-A','2026-11-18T13:55:01.040Z','matching','propose-WFPS3SZ7XRPSEGTG','N-EZE4-3GF6-Y','V-ABEV-D2TB-T','proposed',4457,'1.3 km away by car. Any time suits the resident. Last asked today. Has nothing on now',NULL,NULL,NULL,NULL);
INSERT INTO "matches" VALUES('M-WV7H-9YHT-Q','2026-11-18T13:55:01.040Z','matching','propose-WFPS3SZ7XRPSEGTG','N-GF2J-M4TS-2','V-WJ09-73KA-S','proposed',3375,'Helps by telephone. Any time suits the resident. Never asked before. Helps with one other need now',NULL,NULL,NULL,NULL);
INSERT INTO "matches" VALUES('M-T3SX-X6W0-7','2026-11-18T13:55:01.040Z','matching','propose-WFPS3SZ7XRPSEGTG','N-GRVX-ZM7E-Y','V-YHMT-XF3F-T','proposed',3000,'Helps by telephone. Any time suits the resident. Never asked before. Has nothing on now',NULL,NULL,NULL,NULL);
INSERT INTO "matches" VALUES('M-AEBR-V90H-E','2026-11-18T13:55:01.040Z','matching','propose-WFPS3SZ7XRPSEGTG','N-QBXD-JZND-W','V-ABEV-D2TB-T','proposed',4457,'1.3 km away by car. Any time suits the resident. Last asked today. Has nothing on now',NULL,NULL,NULL,NULL);
INSERT INTO "matches" VALUES('M-6643-8T9P-H','2026-11-18T13:55:01.040Z','matching','propose-WFPS3SZ7XRPSEGTG','N-RY4A-PDZY-7','V-BYWV-0K6F-T','proposed',4457,'1.3 km away by car. Any time suits the resident. Last asked today. Has helped one time before, and has nothing on now',NULL,NULL,NULL,NULL);
INSERT INTO "matches" VALUES('M-5YF5-XE4J-3','2026-11-18T13:55:01.040Z','matching','propose-WFPS3SZ7XRPSEGTG','N-S9VH-H3XY-6','V-BYWV-0K6F-T','proposed',4457,'1.3 km away by car. Any time suits the resident. Last asked today. Has helped one time before, and has nothing on now',NULL,NULL,NULL,NULL);
INSERT INTO "matches" VALUES('M-SH04-2MYV-W','2026-11-18T13:55:01.040Z','matching','propose-WFPS3SZ7XRPSEGTG','N-WVA1-VVRE-V','V-YHMT-XF3F-T','proposed',3000,'Helps by telephone. Any time suits the resident. Never asked before. Has nothing on now',NULL,NULL,NULL,NULL);
INSERT INTO "matches" VALUES('M-P8MZ-4ZPW-N','2026-11-18T13:55:01.045Z','Cora Coordinator','choose_another-BDJ83GJNJ9XCHX1Q','N-QBXD-JZND-W','V-YHMT-XF3F-T','approved',NULL,'1.3 km away by car. Any time suits the resident. Never asked before. Has nothing on now',NULL,NULL,NULL,NULL);
INSERT INTO "matches" VALUES('M-1Q1K-YJPB-S','2026-11-18T13:55:01.060Z','Cora Coordinator','choose_another-94Z2746WGV6XJF4D','N-GF2J-M4TS-2','V-YHMT-XF3F-T','approved',NULL,'Helps by telephone. Any time suits the resident. Never asked before. Helps with one other need now',NULL,NULL,NULL,NULL);
INSERT INTO "matches" VALUES('M-1VV2-00MC-X','2026-11-18T13:55:01.110Z','Cora Coordinator','choose_another-8QS5MB5D7H6KQ9C3','N-S9VH-H3XY-6','V-WJ09-73KA-S','approved',NULL,'1.3 km away by car. Any time suits the resident. Never asked before. Helps with one other need now',NULL,NULL,NULL,NULL);
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
INSERT INTO "matches_now" VALUES('M-RX50-37VR-B','2026-11-17T13:55:00.805Z','Cora Coordinator','2026-11-17T13:55:00.845Z',NULL,'N-D5SQ-Y0GT-Y','V-4N9B-6G5B-G','active',NULL,'1.3 km away by car. Any time suits the resident. Never asked before. Has nothing on now',NULL,NULL,'2026-11-17T13:55:00.840Z',NULL);
INSERT INTO "matches_now" VALUES('M-MTDW-M81Q-X','2026-11-17T13:55:00.865Z','Cora Coordinator','2026-11-18T13:55:00.935Z',NULL,'N-SQNW-ADMX-Q','V-BYWV-0K6F-T','completed',NULL,'Helps by telephone. Any time suits the resident. Never asked before. Has nothing on now',NULL,NULL,'2026-11-17T13:55:00.890Z',NULL);
INSERT INTO "matches_now" VALUES('M-Z8SD-Y55C-S','2026-11-18T13:55:00.955Z','Cora Coordinator','2026-11-18T13:55:00.965Z',NULL,'N-GVGF-16R2-2','V-HV7F-6VTC-4','accepted',NULL,'1.3 km away by car. Any time suits the resident. Never asked before. Has nothing on now',NULL,NULL,NULL,NULL);
INSERT INTO "matches_now" VALUES('M-BJYR-S4PA-P','2026-11-18T13:55:00.975Z','Cora Coordinator','2026-11-18T13:55:00.975Z',NULL,'N-DDS5-Z4X1-G','V-WJ09-73KA-S','approved',NULL,'Helps by telephone. Any time suits the resident. Never asked before. Has nothing on now',NULL,NULL,NULL,NULL);
INSERT INTO "matches_now" VALUES('M-4DTY-M67R-K','2026-11-18T13:55:00.985Z','Cora Coordinator','2026-11-18T13:55:00.995Z',NULL,'N-S9VH-H3XY-6','V-ABEV-D2TB-T','declined',NULL,'1.3 km away by car. Any time suits the resident. Never asked before. Has nothing on now',NULL,NULL,NULL,'Away that week');
INSERT INTO "matches_now" VALUES('M-K6SB-8H5W-9','2026-11-18T13:55:01.005Z','Cora Coordinator','2026-11-18T13:55:01.025Z',NULL,'N-WVA1-VVRE-V','V-BYWV-0K6F-T','cancelled',NULL,'Helps by telephone. Any time suits the resident. Last asked yesterday. Has helped one time before, and has nothing on now',NULL,NULL,NULL,'The dog is well again');
INSERT INTO "matches_now" VALUES('M-Y3E2-1J2C-A','2026-11-18T13:55:01.040Z','matching','2026-11-18T13:55:01.090Z',NULL,'N-EZE4-3GF6-Y','V-ABEV-D2TB-T','stood_down',4457,'1.3 km away by car. Any time suits the resident. Last asked today. Has nothing on now',NULL,NULL,NULL,NULL);
INSERT INTO "matches_now" VALUES('M-WV7H-9YHT-Q','2026-11-18T13:55:01.040Z','matching','2026-11-18T13:55:01.060Z',NULL,'N-GF2J-M4TS-2','V-WJ09-73KA-S','superseded',3375,'Helps by telephone. Any time suits the resident. Never asked before. Helps with one other need now',NULL,NULL,NULL,NULL);
INSERT INTO "matches_now" VALUES('M-T3SX-X6W0-7','2026-11-18T13:55:01.040Z','matching','2026-11-18T13:55:01.045Z',NULL,'N-GRVX-ZM7E-Y','V-YHMT-XF3F-T','superseded',3000,'Helps by telephone. Any time suits the resident. Never asked before. Has nothing on now',NULL,NULL,NULL,NULL);
INSERT INTO "matches_now" VALUES('M-AEBR-V90H-E','2026-11-18T13:55:01.040Z','matching','2026-11-18T13:55:01.045Z',NULL,'N-QBXD-JZND-W','V-ABEV-D2TB-T','superseded',4457,'1.3 km away by car. Any time suits the resident. Last asked today. Has nothing on now',NULL,NULL,NULL,NULL);
INSERT INTO "matches_now" VALUES('M-6643-8T9P-H','2026-11-18T13:55:01.040Z','matching','2026-11-18T13:55:01.040Z',NULL,'N-RY4A-PDZY-7','V-BYWV-0K6F-T','proposed',4457,'1.3 km away by car. Any time suits the resident. Last asked today. Has helped one time before, and has nothing on now',NULL,NULL,NULL,NULL);
INSERT INTO "matches_now" VALUES('M-5YF5-XE4J-3','2026-11-18T13:55:01.040Z','matching','2026-11-18T13:55:01.110Z',NULL,'N-S9VH-H3XY-6','V-BYWV-0K6F-T','superseded',4457,'1.3 km away by car. Any time suits the resident. Last asked today. Has helped one time before, and has nothing on now','2026-11-18T13:55:01.100Z',NULL,NULL,NULL);
INSERT INTO "matches_now" VALUES('M-SH04-2MYV-W','2026-11-18T13:55:01.040Z','matching','2026-11-18T13:55:01.060Z',NULL,'N-WVA1-VVRE-V','V-YHMT-XF3F-T','superseded',3000,'Helps by telephone. Any time suits the resident. Never asked before. Has nothing on now',NULL,NULL,NULL,NULL);
INSERT INTO "matches_now" VALUES('M-P8MZ-4ZPW-N','2026-11-18T13:55:01.045Z','Cora Coordinator','2026-11-18T13:55:01.055Z',NULL,'N-QBXD-JZND-W','V-YHMT-XF3F-T','offered',NULL,'1.3 km away by car. Any time suits the resident. Never asked before. Has nothing on now',NULL,NULL,NULL,NULL);
INSERT INTO "matches_now" VALUES('M-1Q1K-YJPB-S','2026-11-18T13:55:01.060Z','Cora Coordinator','2026-11-18T13:55:01.075Z',NULL,'N-GF2J-M4TS-2','V-YHMT-XF3F-T','lapsed',NULL,'Helps by telephone. Any time suits the resident. Never asked before. Helps with one other need now',NULL,NULL,NULL,NULL);
INSERT INTO "matches_now" VALUES('M-1VV2-00MC-X','2026-11-18T13:55:01.110Z','Cora Coordinator','2026-11-18T13:55:01.110Z',NULL,'N-S9VH-H3XY-6','V-WJ09-73KA-S','approved',NULL,'1.3 km away by car. Any time suits the resident. Never asked before. Helps with one other need now',NULL,NULL,NULL,NULL);
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
INSERT INTO "needs" VALUES('N-D5SQ-Y0GT-Y','2026-11-16T13:05:00.600Z','Cora Coordinator','triage-J7C7Z0DM0Y0CNMKJ','R-KMME-290P-K','P-9YT1-ZCHZ-Q','dog_walk','A walk round the park','this_week','mon_am; tue_am','weekly',1,NULL,'bath_north',375126.0,164839.0,'BA1 5','2026-11-16T13:00:00.595Z',NULL,'open',NULL,NULL);
INSERT INTO "needs" VALUES('N-SQNW-ADMX-Q','2026-11-16T13:10:00.615Z','Cora Coordinator','triage-QN898RV9HKFAFJZX','R-DKHC-H673-S','P-CQ5B-431J-T','phone_call','A walk round the park','this_week','mon_am; tue_am','weekly',1,NULL,'bath_north',375126.0,164839.0,'BA1 5','2026-11-16T13:05:00.610Z',NULL,'open',NULL,NULL);
INSERT INTO "needs" VALUES('N-GVGF-16R2-2','2026-11-16T13:15:00.630Z','Cora Coordinator','triage-S5SMBW7XY90A3H0T','R-ZZN6-3C5B-B','P-11B3-MSCH-P','dog_walk','A walk round the park','this_week','mon_am; tue_am','once',1,NULL,'bath_north',375126.0,164839.0,'BA1 5','2026-11-16T13:10:00.625Z',NULL,'open',NULL,NULL);
INSERT INTO "needs" VALUES('N-DDS5-Z4X1-G','2026-11-16T13:20:00.645Z','Cora Coordinator','triage-8RXD1FCEKQAGFFGH','R-WMDV-SXDY-S','P-9JBH-6VEN-E','phone_call','A walk round the park','this_week','mon_am; tue_am','weekly',1,NULL,'bath_north',375126.0,164839.0,'BA1 5','2026-11-16T13:15:00.640Z',NULL,'open',NULL,NULL);
INSERT INTO "needs" VALUES('N-S9VH-H3XY-6','2026-11-16T13:25:00.660Z','Cora Coordinator','triage-5REZPCEWVTA6KZFD','R-DM05-6YHG-B','P-RE5Q-Y4WC-Y','dog_walk','A walk round the park','this_week','mon_am; tue_am','once',1,NULL,'bath_north',375126.0,164839.0,'BA1 5','2026-11-16T13:20:00.655Z',NULL,'open',NULL,NULL);
INSERT INTO "needs" VALUES('N-WVA1-VVRE-V','2026-11-16T13:30:00.675Z','Cora Coordinator','triage-TM1Z7SCT7AX0HDT5','R-5VY5-499D-3','P-MN4F-ZRCT-E','phone_call','A walk round the park','this_week','mon_am; tue_am','weekly',1,NULL,'bath_north',375126.0,164839.0,'BA1 5','2026-11-16T13:25:00.670Z',NULL,'open',NULL,NULL);
INSERT INTO "needs" VALUES('N-QBXD-JZND-W','2026-11-16T13:35:00.690Z','Cora Coordinator','triage-W9K1N1VVR6K5M5VE','R-QC3T-8D3S-1','P-24FJ-DCTA-F','dog_walk','A walk round the park','this_week','mon_am; tue_am','once',1,NULL,'bath_north',375126.0,164839.0,'BA1 5','2026-11-16T13:30:00.685Z',NULL,'open',NULL,NULL);
INSERT INTO "needs" VALUES('N-GF2J-M4TS-2','2026-11-16T13:40:00.705Z','Cora Coordinator','triage-WVT58BG7X7KQ7KCY','R-BWVR-B31R-D','P-7TD3-GZHP-4','phone_call','A walk round the park','this_week','mon_am; tue_am','weekly',1,NULL,'bath_north',375126.0,164839.0,'BA1 5','2026-11-16T13:35:00.700Z',NULL,'open',NULL,NULL);
INSERT INTO "needs" VALUES('N-EZE4-3GF6-Y','2026-11-16T13:45:00.720Z','Cora Coordinator','triage-Z5QF07X5MG5CWFN3','R-BTNP-S28D-Z','P-A58M-86D3-M','dog_walk','A walk round the park','this_week','mon_am; tue_am','once',1,NULL,'bath_north',375126.0,164839.0,'BA1 5','2026-11-16T13:40:00.715Z',NULL,'open',NULL,NULL);
INSERT INTO "needs" VALUES('N-GRVX-ZM7E-Y','2026-11-16T13:50:00.735Z','Cora Coordinator','triage-GE89Y097K6B0VJ8Z','R-8H8J-7FK0-G','P-KVXK-D8PD-5','phone_call','A walk round the park','this_week','mon_am; tue_am','weekly',1,NULL,'bath_north',375126.0,164839.0,'BA1 5','2026-11-16T13:45:00.730Z',NULL,'open',NULL,NULL);
INSERT INTO "needs" VALUES('N-RY4A-PDZY-7','2026-11-16T13:55:00.750Z','Cora Coordinator','triage-PATCQY7HE7WMT7DC','R-Z5S8-1XV5-D','P-HC74-AMF7-R','dog_walk','A walk round the park','this_week','mon_am; tue_am','once',1,NULL,'bath_north',375126.0,164839.0,'BA1 5','2026-11-16T13:50:00.745Z',NULL,'open',NULL,NULL);
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
INSERT INTO "needs_now" VALUES('N-D5SQ-Y0GT-Y','2026-11-16T13:05:00.600Z','Cora Coordinator','2026-11-16T13:05:00.600Z',NULL,'R-KMME-290P-K','P-9YT1-ZCHZ-Q','dog_walk','A walk round the park','this_week','mon_am; tue_am','weekly',1,NULL,'bath_north',375126.0,164839.0,'BA1 5','2026-11-16T13:00:00.595Z',NULL,'open',NULL,NULL);
INSERT INTO "needs_now" VALUES('N-SQNW-ADMX-Q','2026-11-16T13:10:00.615Z','Cora Coordinator','2026-11-18T13:55:00.945Z',NULL,'R-DKHC-H673-S','P-CQ5B-431J-T','phone_call','A walk round the park','this_week','mon_am; tue_am','weekly',1,NULL,'bath_north',375126.0,164839.0,'BA1 5','2026-11-16T13:05:00.610Z',NULL,'closed','done',NULL);
INSERT INTO "needs_now" VALUES('N-GVGF-16R2-2','2026-11-16T13:15:00.630Z','Cora Coordinator','2026-11-16T13:15:00.630Z',NULL,'R-ZZN6-3C5B-B','P-11B3-MSCH-P','dog_walk','A walk round the park','this_week','mon_am; tue_am','once',1,NULL,'bath_north',375126.0,164839.0,'BA1 5','2026-11-16T13:10:00.625Z',NULL,'open',NULL,NULL);
INSERT INTO "needs_now" VALUES('N-DDS5-Z4X1-G','2026-11-16T13:20:00.645Z','Cora Coordinator','2026-11-18T13:55:01.240Z',NULL,'R-WMDV-SXDY-S','P-9JBH-6VEN-E','phone_call','A walk round the park','this_week','mon_am; tue_am','weekly',1,NULL,'bath_south_east',374519.0,163950.0,'BA2 3','2026-11-16T13:15:00.640Z',NULL,'open',NULL,NULL);
INSERT INTO "needs_now" VALUES('N-S9VH-H3XY-6','2026-11-16T13:25:00.660Z','Cora Coordinator','2026-11-16T13:25:00.660Z',NULL,'R-DM05-6YHG-B','P-RE5Q-Y4WC-Y','dog_walk','A walk round the park','this_week','mon_am; tue_am','once',1,NULL,'bath_north',375126.0,164839.0,'BA1 5','2026-11-16T13:20:00.655Z',NULL,'open',NULL,NULL);
INSERT INTO "needs_now" VALUES('N-WVA1-VVRE-V','2026-11-16T13:30:00.675Z','Cora Coordinator','2026-11-16T13:30:00.675Z',NULL,'R-5VY5-499D-3','P-MN4F-ZRCT-E','phone_call','A walk round the park','this_week','mon_am; tue_am','weekly',1,NULL,'bath_north',375126.0,164839.0,'BA1 5','2026-11-16T13:25:00.670Z',NULL,'open',NULL,NULL);
INSERT INTO "needs_now" VALUES('N-QBXD-JZND-W','2026-11-16T13:35:00.690Z','Cora Coordinator','2026-11-16T13:35:00.690Z',NULL,'R-QC3T-8D3S-1','P-24FJ-DCTA-F','dog_walk','A walk round the park','this_week','mon_am; tue_am','once',1,NULL,'bath_north',375126.0,164839.0,'BA1 5','2026-11-16T13:30:00.685Z',NULL,'open',NULL,NULL);
INSERT INTO "needs_now" VALUES('N-GF2J-M4TS-2','2026-11-16T13:40:00.705Z','Cora Coordinator','2026-11-16T13:40:00.705Z',NULL,'R-BWVR-B31R-D','P-7TD3-GZHP-4','phone_call','A walk round the park','this_week','mon_am; tue_am','weekly',1,NULL,'bath_north',375126.0,164839.0,'BA1 5','2026-11-16T13:35:00.700Z',NULL,'open',NULL,NULL);
INSERT INTO "needs_now" VALUES('N-EZE4-3GF6-Y','2026-11-16T13:45:00.720Z','Cora Coordinator','2026-11-16T13:45:00.720Z',NULL,'R-BTNP-S28D-Z','P-A58M-86D3-M','dog_walk','A walk round the park','this_week','mon_am; tue_am','once',1,NULL,'bath_north',375126.0,164839.0,'BA1 5','2026-11-16T13:40:00.715Z',NULL,'open',NULL,NULL);
INSERT INTO "needs_now" VALUES('N-GRVX-ZM7E-Y','2026-11-16T13:50:00.735Z','Cora Coordinator','2026-11-16T13:50:00.735Z',NULL,'R-8H8J-7FK0-G','P-KVXK-D8PD-5','phone_call','A walk round the park','this_week','mon_am; tue_am','weekly',1,NULL,'bath_north',375126.0,164839.0,'BA1 5','2026-11-16T13:45:00.730Z',NULL,'open',NULL,NULL);
INSERT INTO "needs_now" VALUES('N-RY4A-PDZY-7','2026-11-16T13:55:00.750Z','Cora Coordinator','2026-11-16T13:55:00.750Z',NULL,'R-Z5S8-1XV5-D','P-HC74-AMF7-R','dog_walk','A walk round the park','this_week','mon_am; tue_am','once',1,NULL,'bath_north',375126.0,164839.0,'BA1 5','2026-11-16T13:50:00.745Z',NULL,'open',NULL,NULL);
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
INSERT INTO "organisations" VALUES('O-Z8Q1-WX7R-9','2026-11-18T13:55:01.135Z','web',NULL,'The Offered Invented Trust','https://example.org','Soup, and company','listen','Orla Organiser',NULL,NULL,'orla@example.org',NULL,'yes',NULL,'offered',NULL,'2026-11-16',NULL,'yes');
INSERT INTO "organisations" VALUES('O-CN6P-ZRTM-3','2026-11-18T13:55:01.140Z','web',NULL,'The Approved Invented Trust','https://example.org','Soup, and company','listen','Orla Organiser',NULL,NULL,'orla@example.org',NULL,'yes',NULL,'offered',NULL,'2026-11-16',NULL,'yes');
INSERT INTO "organisations" VALUES('O-RMZT-YCNV-9','2026-11-18T13:55:01.155Z','web',NULL,'The Withdrawn Invented Trust','https://example.org','Soup, and company','listen','Orla Organiser',NULL,NULL,'orla@example.org',NULL,'yes',NULL,'offered',NULL,'2026-11-16',NULL,'yes');
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
INSERT INTO "organisations_now" VALUES('O-Z8Q1-WX7R-9','2026-11-18T13:55:01.135Z','web','2026-11-18T13:55:01.135Z',NULL,'The Offered Invented Trust','https://example.org','Soup, and company','listen','Orla Organiser',NULL,NULL,'orla@example.org',NULL,'yes',NULL,'offered',NULL,'2026-11-16',NULL,'yes');
INSERT INTO "organisations_now" VALUES('O-CN6P-ZRTM-3','2026-11-18T13:55:01.140Z','web','2026-11-18T13:55:01.145Z',NULL,'The Approved Invented Trust','https://example.org','Soup, and company','listen','Orla Organiser',NULL,NULL,'orla@example.org',NULL,'yes',NULL,'approved',NULL,'2026-11-16',NULL,'yes');
INSERT INTO "organisations_now" VALUES('O-RMZT-YCNV-9','2026-11-18T13:55:01.155Z','web','2026-11-18T13:55:01.170Z',NULL,'The Withdrawn Invented Trust','https://example.org','Soup, and company','listen','Orla Organiser',NULL,NULL,'orla@example.org',NULL,'yes',NULL,'withdrawn',NULL,'2026-11-16',NULL,'yes');
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
INSERT INTO "pairs" VALUES('J-50HB-VMCS-H','2026-11-17T13:55:00.855Z','Cora Coordinator','done-7V76BPKNWAZJ7DKV','P-9YT1-ZCHZ-Q','V-4N9B-6G5B-G','2026-11-17','2026-12-15');
INSERT INTO "pairs" VALUES('J-410E-DEKT-D','2026-11-18T13:55:00.925Z','Cora Coordinator','done-S1M7M2WX0WZAF0J9','P-CQ5B-431J-T','V-BYWV-0K6F-T','2026-11-18','2026-12-16');
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
INSERT INTO "pairs_now" VALUES('J-50HB-VMCS-H','2026-11-17T13:55:00.855Z','Cora Coordinator','2026-11-17T13:55:00.855Z',NULL,'P-9YT1-ZCHZ-Q','V-4N9B-6G5B-G','2026-11-17','2026-12-15');
INSERT INTO "pairs_now" VALUES('J-410E-DEKT-D','2026-11-18T13:55:00.925Z','Cora Coordinator','2026-11-18T13:55:00.925Z',NULL,'P-CQ5B-431J-T','V-BYWV-0K6F-T','2026-11-18','2026-12-16');
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
INSERT INTO "residents" VALUES('P-9YT1-ZCHZ-Q','2026-11-16T13:05:00.600Z','Cora Coordinator','triage-J7C7Z0DM0Y0CNMKJ','Rita Resident','01632 960020',NULL,NULL,NULL,'BA1 5AW','20 Invented Row',NULL,NULL,NULL,'bath_north',375126.0,164839.0,'BA1 5',NULL,NULL,NULL);
INSERT INTO "residents" VALUES('P-CQ5B-431J-T','2026-11-16T13:10:00.615Z','Cora Coordinator','triage-QN898RV9HKFAFJZX','Reg Resident','01632 960021',NULL,NULL,NULL,'BA1 5AW','21 Invented Row',NULL,NULL,NULL,'bath_north',375126.0,164839.0,'BA1 5',NULL,NULL,NULL);
INSERT INTO "residents" VALUES('P-11B3-MSCH-P','2026-11-16T13:15:00.630Z','Cora Coordinator','triage-S5SMBW7XY90A3H0T','Rosa Resident','01632 960022',NULL,NULL,NULL,'BA1 5AW','22 Invented Row',NULL,NULL,NULL,'bath_north',375126.0,164839.0,'BA1 5',NULL,NULL,NULL);
INSERT INTO "residents" VALUES('P-9JBH-6VEN-E','2026-11-16T13:20:00.645Z','Cora Coordinator','triage-8RXD1FCEKQAGFFGH','Ravi Resident','01632 960023',NULL,NULL,NULL,'BA1 5AW','23 Invented Row',NULL,'Ring twice',NULL,'bath_north',375126.0,164839.0,'BA1 5',NULL,NULL,NULL);
INSERT INTO "residents" VALUES('P-RE5Q-Y4WC-Y','2026-11-16T13:25:00.660Z','Cora Coordinator','triage-5REZPCEWVTA6KZFD','Ruth Resident','01632 960024',NULL,NULL,NULL,'BA1 5AW','24 Invented Row',NULL,NULL,NULL,'bath_north',375126.0,164839.0,'BA1 5',NULL,NULL,NULL);
INSERT INTO "residents" VALUES('P-MN4F-ZRCT-E','2026-11-16T13:30:00.675Z','Cora Coordinator','triage-TM1Z7SCT7AX0HDT5','Rob Resident','01632 960025',NULL,NULL,NULL,'BA1 5AW','25 Invented Row',NULL,NULL,NULL,'bath_north',375126.0,164839.0,'BA1 5',NULL,NULL,NULL);
INSERT INTO "residents" VALUES('P-24FJ-DCTA-F','2026-11-16T13:35:00.690Z','Cora Coordinator','triage-W9K1N1VVR6K5M5VE','Ros Resident','01632 960026',NULL,NULL,NULL,'BA1 5AW','26 Invented Row',NULL,NULL,NULL,'bath_north',375126.0,164839.0,'BA1 5',NULL,NULL,NULL);
INSERT INTO "residents" VALUES('P-7TD3-GZHP-4','2026-11-16T13:40:00.705Z','Cora Coordinator','triage-WVT58BG7X7KQ7KCY','Ray Resident','01632 960027',NULL,NULL,NULL,'BA1 5AW','27 Invented Row',NULL,NULL,NULL,'bath_north',375126.0,164839.0,'BA1 5',NULL,NULL,NULL);
INSERT INTO "residents" VALUES('P-A58M-86D3-M','2026-11-16T13:45:00.720Z','Cora Coordinator','triage-Z5QF07X5MG5CWFN3','Ria Resident','01632 960028',NULL,NULL,NULL,'BA1 5AW','28 Invented Row',NULL,NULL,NULL,'bath_north',375126.0,164839.0,'BA1 5',NULL,NULL,NULL);
INSERT INTO "residents" VALUES('P-KVXK-D8PD-5','2026-11-16T13:50:00.735Z','Cora Coordinator','triage-GE89Y097K6B0VJ8Z','Ron Resident','01632 960029',NULL,NULL,NULL,'BA1 5AW','29 Invented Row',NULL,NULL,NULL,'bath_north',375126.0,164839.0,'BA1 5',NULL,NULL,NULL);
INSERT INTO "residents" VALUES('P-HC74-AMF7-R','2026-11-16T13:55:00.750Z','Cora Coordinator','triage-PATCQY7HE7WMT7DC','Roy Resident','01632 960030',NULL,NULL,NULL,'BA1 5AW','30 Invented Row',NULL,NULL,NULL,'bath_north',375126.0,164839.0,'BA1 5',NULL,NULL,NULL);
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
INSERT INTO "residents_now" VALUES('P-9YT1-ZCHZ-Q','2026-11-16T13:05:00.600Z','Cora Coordinator','2026-11-16T13:05:00.600Z',NULL,'Rita Resident','01632 960020',NULL,NULL,NULL,'BA1 5AW','20 Invented Row',NULL,NULL,NULL,'bath_north',375126.0,164839.0,'BA1 5',NULL,NULL,NULL);
INSERT INTO "residents_now" VALUES('P-CQ5B-431J-T','2026-11-16T13:10:00.615Z','Cora Coordinator','2026-11-16T13:10:00.615Z',NULL,'Reg Resident','01632 960021',NULL,NULL,NULL,'BA1 5AW','21 Invented Row',NULL,NULL,NULL,'bath_north',375126.0,164839.0,'BA1 5',NULL,NULL,NULL);
INSERT INTO "residents_now" VALUES('P-11B3-MSCH-P','2026-11-16T13:15:00.630Z','Cora Coordinator','2026-11-16T13:15:00.630Z',NULL,'Rosa Resident','01632 960022',NULL,NULL,NULL,'BA1 5AW','22 Invented Row',NULL,NULL,NULL,'bath_north',375126.0,164839.0,'BA1 5',NULL,NULL,NULL);
INSERT INTO "residents_now" VALUES('P-9JBH-6VEN-E','2026-11-16T13:20:00.645Z','Cora Coordinator','2026-11-18T13:55:01.240Z',NULL,'Ravi Resident','01632 960023',NULL,NULL,NULL,'BA2 3AH','23 Invented Row',NULL,'Ring twice',NULL,'bath_south_east',374519.0,163950.0,'BA2 3',NULL,NULL,NULL);
INSERT INTO "residents_now" VALUES('P-RE5Q-Y4WC-Y','2026-11-16T13:25:00.660Z','Cora Coordinator','2026-11-16T13:25:00.660Z',NULL,'Ruth Resident','01632 960024',NULL,NULL,NULL,'BA1 5AW','24 Invented Row',NULL,NULL,NULL,'bath_north',375126.0,164839.0,'BA1 5',NULL,NULL,NULL);
INSERT INTO "residents_now" VALUES('P-MN4F-ZRCT-E','2026-11-16T13:30:00.675Z','Cora Coordinator','2026-11-16T13:30:00.675Z',NULL,'Rob Resident','01632 960025',NULL,NULL,NULL,'BA1 5AW','25 Invented Row',NULL,NULL,NULL,'bath_north',375126.0,164839.0,'BA1 5',NULL,NULL,NULL);
INSERT INTO "residents_now" VALUES('P-24FJ-DCTA-F','2026-11-16T13:35:00.690Z','Cora Coordinator','2026-11-16T13:35:00.690Z',NULL,'Ros Resident','01632 960026',NULL,NULL,NULL,'BA1 5AW','26 Invented Row',NULL,NULL,NULL,'bath_north',375126.0,164839.0,'BA1 5',NULL,NULL,NULL);
INSERT INTO "residents_now" VALUES('P-7TD3-GZHP-4','2026-11-16T13:40:00.705Z','Cora Coordinator','2026-11-16T13:40:00.705Z',NULL,'Ray Resident','01632 960027',NULL,NULL,NULL,'BA1 5AW','27 Invented Row',NULL,NULL,NULL,'bath_north',375126.0,164839.0,'BA1 5',NULL,NULL,NULL);
INSERT INTO "residents_now" VALUES('P-A58M-86D3-M','2026-11-16T13:45:00.720Z','Cora Coordinator','2026-11-16T13:45:00.720Z',NULL,'Ria Resident','01632 960028',NULL,NULL,NULL,'BA1 5AW','28 Invented Row',NULL,NULL,NULL,'bath_north',375126.0,164839.0,'BA1 5',NULL,NULL,NULL);
INSERT INTO "residents_now" VALUES('P-KVXK-D8PD-5','2026-11-16T13:50:00.735Z','Cora Coordinator','2026-11-16T13:50:00.735Z',NULL,'Ron Resident','01632 960029',NULL,NULL,NULL,'BA1 5AW','29 Invented Row',NULL,NULL,NULL,'bath_north',375126.0,164839.0,'BA1 5',NULL,NULL,NULL);
INSERT INTO "residents_now" VALUES('P-HC74-AMF7-R','2026-11-16T13:55:00.750Z','Cora Coordinator','2026-11-16T13:55:00.750Z',NULL,'Roy Resident','01632 960030',NULL,NULL,NULL,'BA1 5AW','30 Invented Row',NULL,NULL,NULL,'bath_north',375126.0,164839.0,'BA1 5',NULL,NULL,NULL);
CREATE TABLE sheet_memory (
	kind TEXT NOT NULL,
	"key" TEXT NOT NULL,
	value TEXT,
	PRIMARY KEY (kind, "key")
);
INSERT INTO "sheet_memory" VALUES('aside','volunteers 9 V-ABEV-D2TB-T How many can''t be read: a whole number is wanted.','{"tab": "volunteers", "place": 9, "id": "V-ABEV-D2TB-T", "why": "How many can''t be read: a whole number is wanted."}');
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
INSERT INTO "sheet_read" VALUES('changes','Z-2D1NVD6B5R4R7WFD',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-3CF27MRCBZ8R1V7W',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-3ZK7WRSJKRZX3SW1',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-4C9P61FND6WJ2VYT',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-8W5STT3WM9FNWP7R',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-8YE8D99F15N8HV5A',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-9T6VCFN503MYY09S',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-C0W33JM9ZA9R8F88',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-CHXEMZVXHZ8RN0YJ',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-CZSZEXXSP68Z2FZA',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-DWE4XDEP76XNKEYX',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-EZ5BR335QBVNC91J',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-GANX0QBWNEDEANFA',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-GBF21GJSNX3TE85P',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-H1SHA3E9MPDPQMC1',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-HYAVQ9CFW64VF3YX',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-J35TDPGPBM3WYMN8',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-M15W3Y2PYH5VW3SB',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-MW4MS0EHCX6VWFE3',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-P5SM1488PXVDM9JK',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-PRTMQT45SK0PF8WY',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-S7CWD0K4Z1Q4WP47',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-V2757J5MB3B4DVV7',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-VSHXPSHAASDW8NDB',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-X134DQZTBJEMEW58',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-X8JCKSQVNWTBYGAB',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-XQ34A3QD2VR026G4',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-XT9XV3HY3J6BWBES',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-ZSHYSFMB7F7B9HB7',NULL,NULL);
INSERT INTO "sheet_read" VALUES('checks','K-1NXW-713P-5',NULL,NULL);
INSERT INTO "sheet_read" VALUES('checks','K-5RK1-RVYA-M',NULL,NULL);
INSERT INTO "sheet_read" VALUES('checks','K-64Q7-QBVW-C',NULL,NULL);
INSERT INTO "sheet_read" VALUES('checks','K-7TKB-3NK5-G',NULL,NULL);
INSERT INTO "sheet_read" VALUES('checks','K-8M21-68JK-W',NULL,NULL);
INSERT INTO "sheet_read" VALUES('checks','K-A7MF-PJ8H-G',NULL,NULL);
INSERT INTO "sheet_read" VALUES('checks','K-FSNC-C5BF-J',NULL,NULL);
INSERT INTO "sheet_read" VALUES('checks','K-H8JT-9718-G',NULL,NULL);
INSERT INTO "sheet_read" VALUES('checks','K-M847-H48Q-T',NULL,NULL);
INSERT INTO "sheet_read" VALUES('checks','K-SBMW-BSBR-A',NULL,NULL);
INSERT INTO "sheet_read" VALUES('checks','K-T9TV-7S96-M',NULL,NULL);
INSERT INTO "sheet_read" VALUES('checks','K-V5KH-CSXS-P',NULL,NULL);
INSERT INTO "sheet_read" VALUES('checks','K-WGDJ-VY38-6',NULL,NULL);
INSERT INTO "sheet_read" VALUES('checks','K-XR9F-9KK5-Y',NULL,NULL);
INSERT INTO "sheet_read" VALUES('contacts','C-JN4H-RP4H-G',NULL,NULL);
INSERT INTO "sheet_read" VALUES('volunteers','V-4E76-JXE8-2',NULL,NULL);
INSERT INTO "sheet_read" VALUES('volunteers','V-4N9B-6G5B-G',NULL,NULL);
INSERT INTO "sheet_read" VALUES('volunteers','V-7D26-ZH2E-H',NULL,NULL);
INSERT INTO "sheet_read" VALUES('volunteers','V-872P-8R6Z-X',NULL,NULL);
INSERT INTO "sheet_read" VALUES('volunteers','V-ABEV-D2TB-T',NULL,NULL);
INSERT INTO "sheet_read" VALUES('volunteers','V-BYWV-0K6F-T',NULL,NULL);
INSERT INTO "sheet_read" VALUES('volunteers','V-F3Z5-8R93-T',NULL,NULL);
INSERT INTO "sheet_read" VALUES('volunteers','V-HV7F-6VTC-4',NULL,NULL);
INSERT INTO "sheet_read" VALUES('volunteers','V-NKGK-ECHD-W',NULL,NULL);
INSERT INTO "sheet_read" VALUES('volunteers','V-WJ09-73KA-S',NULL,NULL);
INSERT INTO "sheet_read" VALUES('volunteers','V-Y01F-B5JX-1',NULL,NULL);
INSERT INTO "sheet_read" VALUES('volunteers','V-YHMT-XF3F-T',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-281GY50ZH2BCXK7M',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-2AA1BRFHWNG8RAJ9',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-4EYZKEDRXCJ1FKMW',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-4VVFQX8HRQQMB6Z6',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-50P96BDWHR4RBCG1',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-5VKT0VW81DAGVAC2',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-65TR6ZZ4HYMD3071',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-6CYH3AJ0SZZ4KFKB',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-6HTB7FCRA7JRM7FC',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-7TESKDZ6QR2P6QC0',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-9PQJBCEPP1VBR2CB',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-A1BAR6ER3HNHPC7Z',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-B0F0M4M5QVJ5XBF5',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-B21HEVVRW158XQWA',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-BAGG9B6PRXRQ3TBK',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-CY1GE8YXXPT9FJC6',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-DAMB3HB1VFR0DQJB',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-F744A8QX5SX8JWSK',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-FFYSAN1SM7JNZW93',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-GXR6C26BMQ4GD846',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-HJN55MWHSKWS1Q8W',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-KGXFHTS3H5AB5PMH',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-M4WBAEZ6TTBEEZ0N',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-NNVHR381GZ4ZPX47',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-PMKDV1GXDX9ZSVJ5',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-SFVA4GKVNT47T158',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-T50HC8R40DEM26A6',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-WQ65B90F8HMXAR5X',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-YSNHER8Z2SGVJZ42',NULL,NULL);
INSERT INTO "sheet_read" VALUES('contacts','C-0EM9-8WGS-T',NULL,NULL);
INSERT INTO "sheet_read" VALUES('help_requests','R-5VY5-499D-3',NULL,NULL);
INSERT INTO "sheet_read" VALUES('help_requests','R-8H8J-7FK0-G',NULL,NULL);
INSERT INTO "sheet_read" VALUES('help_requests','R-9CF6-XEA9-F',NULL,NULL);
INSERT INTO "sheet_read" VALUES('help_requests','R-BTNP-S28D-Z',NULL,NULL);
INSERT INTO "sheet_read" VALUES('help_requests','R-BWVR-B31R-D',NULL,NULL);
INSERT INTO "sheet_read" VALUES('help_requests','R-DKHC-H673-S',NULL,NULL);
INSERT INTO "sheet_read" VALUES('help_requests','R-DM05-6YHG-B',NULL,NULL);
INSERT INTO "sheet_read" VALUES('help_requests','R-FAY4-B16B-E',NULL,NULL);
INSERT INTO "sheet_read" VALUES('help_requests','R-GAWC-TXFM-V',NULL,NULL);
INSERT INTO "sheet_read" VALUES('help_requests','R-GXMA-XMSS-V',NULL,NULL);
INSERT INTO "sheet_read" VALUES('help_requests','R-J6QG-RSVR-K',NULL,NULL);
INSERT INTO "sheet_read" VALUES('help_requests','R-KMME-290P-K',NULL,NULL);
INSERT INTO "sheet_read" VALUES('help_requests','R-QC3T-8D3S-1',NULL,NULL);
INSERT INTO "sheet_read" VALUES('help_requests','R-WMDV-SXDY-S',NULL,NULL);
INSERT INTO "sheet_read" VALUES('help_requests','R-Z5S8-1XV5-D',NULL,NULL);
INSERT INTO "sheet_read" VALUES('help_requests','R-ZZN6-3C5B-B',NULL,NULL);
INSERT INTO "sheet_read" VALUES('needs','N-D5SQ-Y0GT-Y',NULL,NULL);
INSERT INTO "sheet_read" VALUES('needs','N-DDS5-Z4X1-G',NULL,NULL);
INSERT INTO "sheet_read" VALUES('needs','N-EZE4-3GF6-Y',NULL,NULL);
INSERT INTO "sheet_read" VALUES('needs','N-GF2J-M4TS-2',NULL,NULL);
INSERT INTO "sheet_read" VALUES('needs','N-GRVX-ZM7E-Y',NULL,NULL);
INSERT INTO "sheet_read" VALUES('needs','N-GVGF-16R2-2',NULL,NULL);
INSERT INTO "sheet_read" VALUES('needs','N-QBXD-JZND-W',NULL,NULL);
INSERT INTO "sheet_read" VALUES('needs','N-RY4A-PDZY-7',NULL,NULL);
INSERT INTO "sheet_read" VALUES('needs','N-S9VH-H3XY-6',NULL,NULL);
INSERT INTO "sheet_read" VALUES('needs','N-SQNW-ADMX-Q',NULL,NULL);
INSERT INTO "sheet_read" VALUES('needs','N-WVA1-VVRE-V',NULL,NULL);
INSERT INTO "sheet_read" VALUES('residents','P-11B3-MSCH-P',NULL,NULL);
INSERT INTO "sheet_read" VALUES('residents','P-24FJ-DCTA-F',NULL,NULL);
INSERT INTO "sheet_read" VALUES('residents','P-7TD3-GZHP-4',NULL,NULL);
INSERT INTO "sheet_read" VALUES('residents','P-9JBH-6VEN-E',NULL,NULL);
INSERT INTO "sheet_read" VALUES('residents','P-9YT1-ZCHZ-Q',NULL,NULL);
INSERT INTO "sheet_read" VALUES('residents','P-A58M-86D3-M',NULL,NULL);
INSERT INTO "sheet_read" VALUES('residents','P-CQ5B-431J-T',NULL,NULL);
INSERT INTO "sheet_read" VALUES('residents','P-HC74-AMF7-R',NULL,NULL);
INSERT INTO "sheet_read" VALUES('residents','P-KVXK-D8PD-5',NULL,NULL);
INSERT INTO "sheet_read" VALUES('residents','P-MN4F-ZRCT-E',NULL,NULL);
INSERT INTO "sheet_read" VALUES('residents','P-RE5Q-Y4WC-Y',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-018BEZ8S0NSW9HYY',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-0RRET36A4FDB7BGP',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-129M8QE26B25VH25',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-1WKE4V4JB6T2CH47',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-2560EZSD4JV5HB6X',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-32AR39J8AGVF9TBA',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-3MCKNAZP1JVTKASX',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-3TJBYGGKWZ607YEM',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-3WRB6TST8360D71C',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-5ANXPS857FMPS84M',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-5B9F95M7TG11FC8E',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-5J4NCBYWDNZC842H',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-6E2Q29P2KTPNBFZT',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-7S78DK71EZMNGYG1',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-85VZ84G8PV36R7P2',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-8JDBDM8YDX59XAQ6',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-8WE8JS8ZEGMHBCWZ',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-A2WA1S1RHXP34D40',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-AMPHWVASCP9TV5Y8',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-C5K9819H7VRAPDJC',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-DK5MV1DCVJDM7Z42',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-DK9G6XSEFKGN2KBQ',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-EP3NBT1C3KT2DZQZ',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-F0YA2PRNT8AMEF8Q',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-F2RH3M10R8VQSJ7S',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-FFYRBC4TJA1SAM2V',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-FH8H0CYA58R4DQEA',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-FHR09EMEDCDBVGNQ',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-GD88CF6TWSR16D5C',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-GSRJ0C55T68GRY0V',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-HP5QQB6P5T9DF1C8',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-HW3AQPGFY85RC6B1',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-JN8A347MVKDR3TRT',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-KC0DA00VNT81FF56',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-PCERNCARGN8YHKKM',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-R0YR5HH0A1R1KJQ5',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-R8CEJ6GKT3YK1RA6',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-RWRPEPHK776HWXT0',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-S3PY65AGX3NDSRHG',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-SV44H72207KXKR5M',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-TPF758NZ850YQV0N',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-TZY2TBRW8Y2PFWCW',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-VA7F5EZQ28K1BG0B',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-W5SQQVXVKNEYWM4Q',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-X40G8YQTZBVHRD5Y',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-X48AXYG4NMGKE8G5',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-X4BVYQX2C2608JS3',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-XYEE6JY1SKFSKS34',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-Y428H5ARR1R1N2Z5',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-Y9CCVVZF3ZWQY7YF',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-YAB70E4VKRW676V5',NULL,NULL);
INSERT INTO "sheet_read" VALUES('contacts','C-645D-WV2M-N',NULL,NULL);
INSERT INTO "sheet_read" VALUES('contacts','C-6ZBM-54ZM-J',NULL,NULL);
INSERT INTO "sheet_read" VALUES('contacts','C-A7K6-9TTX-P',NULL,NULL);
INSERT INTO "sheet_read" VALUES('contacts','C-AAS8-KRR9-B',NULL,NULL);
INSERT INTO "sheet_read" VALUES('contacts','C-KK5P-XVRB-J',NULL,NULL);
INSERT INTO "sheet_read" VALUES('contacts','C-MQQX-EPKS-A',NULL,NULL);
INSERT INTO "sheet_read" VALUES('contacts','C-NE7F-0BNT-A','2026-11-18T16:05:01.665Z',NULL);
INSERT INTO "sheet_read" VALUES('contacts','C-Q3E9-118E-W',NULL,NULL);
INSERT INTO "sheet_read" VALUES('contacts','C-Q5NT-06N4-C',NULL,NULL);
INSERT INTO "sheet_read" VALUES('contacts','C-Q8DP-H77Q-A',NULL,NULL);
INSERT INTO "sheet_read" VALUES('contacts','C-QYQZ-7FPW-2',NULL,NULL);
INSERT INTO "sheet_read" VALUES('contacts','C-S34A-6S89-P',NULL,NULL);
INSERT INTO "sheet_read" VALUES('contacts','C-T461-DGMZ-N',NULL,NULL);
INSERT INTO "sheet_read" VALUES('contacts','C-TC87-H43V-5',NULL,NULL);
INSERT INTO "sheet_read" VALUES('contacts','C-YQB2-1QRE-0',NULL,NULL);
INSERT INTO "sheet_read" VALUES('help_requests','R-4QWR-28AM-V',NULL,NULL);
INSERT INTO "sheet_read" VALUES('matches','M-1Q1K-YJPB-S',NULL,NULL);
INSERT INTO "sheet_read" VALUES('matches','M-1VV2-00MC-X',NULL,NULL);
INSERT INTO "sheet_read" VALUES('matches','M-4DTY-M67R-K',NULL,NULL);
INSERT INTO "sheet_read" VALUES('matches','M-5YF5-XE4J-3',NULL,NULL);
INSERT INTO "sheet_read" VALUES('matches','M-6643-8T9P-H',NULL,NULL);
INSERT INTO "sheet_read" VALUES('matches','M-AEBR-V90H-E',NULL,NULL);
INSERT INTO "sheet_read" VALUES('matches','M-BJYR-S4PA-P',NULL,NULL);
INSERT INTO "sheet_read" VALUES('matches','M-K6SB-8H5W-9',NULL,NULL);
INSERT INTO "sheet_read" VALUES('matches','M-MTDW-M81Q-X',NULL,NULL);
INSERT INTO "sheet_read" VALUES('matches','M-P8MZ-4ZPW-N',NULL,NULL);
INSERT INTO "sheet_read" VALUES('matches','M-RX50-37VR-B',NULL,NULL);
INSERT INTO "sheet_read" VALUES('matches','M-SH04-2MYV-W',NULL,NULL);
INSERT INTO "sheet_read" VALUES('matches','M-T3SX-X6W0-7',NULL,NULL);
INSERT INTO "sheet_read" VALUES('matches','M-WV7H-9YHT-Q',NULL,NULL);
INSERT INTO "sheet_read" VALUES('matches','M-Y3E2-1J2C-A',NULL,NULL);
INSERT INTO "sheet_read" VALUES('matches','M-Z8SD-Y55C-S',NULL,NULL);
INSERT INTO "sheet_read" VALUES('needs','N-G5XW-8ETR-1',NULL,NULL);
INSERT INTO "sheet_read" VALUES('organisations','O-CN6P-ZRTM-3',NULL,NULL);
INSERT INTO "sheet_read" VALUES('organisations','O-RMZT-YCNV-9',NULL,NULL);
INSERT INTO "sheet_read" VALUES('organisations','O-Z8Q1-WX7R-9',NULL,NULL);
INSERT INTO "sheet_read" VALUES('pairs','J-410E-DEKT-D',NULL,NULL);
INSERT INTO "sheet_read" VALUES('pairs','J-50HB-VMCS-H',NULL,NULL);
INSERT INTO "sheet_read" VALUES('residents','P-Y5NP-MK2M-G',NULL,NULL);
INSERT INTO "sheet_read" VALUES('visits','T-4DNX-0YHK-X',NULL,NULL);
INSERT INTO "sheet_read" VALUES('visits','T-5DH5-P05X-G',NULL,NULL);
INSERT INTO "sheet_read" VALUES('visits','T-6AAF-3KHR-J',NULL,NULL);
INSERT INTO "sheet_read" VALUES('visits','T-AKBP-78BK-E',NULL,NULL);
INSERT INTO "sheet_read" VALUES('visits','T-S25B-WYJZ-Y',NULL,NULL);
INSERT INTO "sheet_read" VALUES('visits','T-ZXJF-3EQF-2',NULL,NULL);
INSERT INTO "sheet_read" VALUES('weights','G-PNT6-D4RG-B',NULL,NULL);
INSERT INTO "sheet_read" VALUES('erasures','Y-47GD-4CKR-4',NULL,NULL);
INSERT INTO "sheet_read" VALUES('erasures','Y-H53W-RN18-N',NULL,NULL);
INSERT INTO "sheet_read" VALUES('erasures','Y-JKK7-PF1T-W',NULL,NULL);
INSERT INTO "sheet_read" VALUES('erasures','Y-VFKS-Z048-E',NULL,NULL);
INSERT INTO "sheet_read" VALUES('help_requests','R-WCP5-NNER-D',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-8CTNYNPHP38A7PXF',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-JZ1GTASFN808N6D6',NULL,NULL);
INSERT INTO "sheet_read" VALUES('volunteers','V-NQ6M-AHEC-T',NULL,NULL);
INSERT INTO "sheet_read" VALUES('contacts','C-14EC-00NR-B',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-3302XBXJ1S0VHPY4',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-Y3TCZPVXYZCSCCZD',NULL,NULL);
CREATE TABLE submissions (
	"key" TEXT NOT NULL,
	"table" TEXT NOT NULL,
	record_id TEXT NOT NULL,
	hash TEXT NOT NULL,
	PRIMARY KEY ("key")
);
INSERT INTO "submissions" VALUES('form-volunteer-1','volunteers','V-7D26-ZH2E-H','21172b841801f0ded5afba3656df43c6');
INSERT INTO "submissions" VALUES('form-volunteer-2','volunteers','V-F3Z5-8R93-T','e14067589a8ca20f406ba80e5754cae8');
INSERT INTO "submissions" VALUES('form-volunteer-3','volunteers','V-Y01F-B5JX-1','e26bbf3c24a53db87d38af54fcb775c8');
INSERT INTO "submissions" VALUES('form-volunteer-4','volunteers','V-NKGK-ECHD-W','7250607b483aa3e3f26a627e0505e8c7');
INSERT INTO "submissions" VALUES('form-volunteer-5','volunteers','V-4E76-JXE8-2','19dececc80de11d2f213ca9af36d51eb');
INSERT INTO "submissions" VALUES('form-volunteer-10','volunteers','V-4N9B-6G5B-G','d702458fe4461349cf8bffd702d2f5c8');
INSERT INTO "submissions" VALUES('form-volunteer-11','volunteers','V-BYWV-0K6F-T','0db6e734ca2c2e7abf6a08e9c3e163c7');
INSERT INTO "submissions" VALUES('form-volunteer-12','volunteers','V-HV7F-6VTC-4','c8db851716d83ff068986377c4e2bca5');
INSERT INTO "submissions" VALUES('form-volunteer-13','volunteers','V-WJ09-73KA-S','e09b6bd21366d6e0c91296d109a8e1f4');
INSERT INTO "submissions" VALUES('form-volunteer-14','volunteers','V-ABEV-D2TB-T','f7b855ef5b8ba0ce373d70cdfa203f03');
INSERT INTO "submissions" VALUES('form-volunteer-15','volunteers','V-YHMT-XF3F-T','1a596720ebacb08915d5d9bc8e28a189');
INSERT INTO "submissions" VALUES('form-volunteer-30','volunteers','V-872P-8R6Z-X','1e07b5b19a5f7e99ecf312cf2f0e6feb');
INSERT INTO "submissions" VALUES('form-help-1','help_requests','R-J6QG-RSVR-K','524ebff65021c656ab3e54ce4aabb506');
INSERT INTO "submissions" VALUES('form-help-2','help_requests','R-GAWC-TXFM-V','875aa13baadc09efad6f8959bef4eaa2');
INSERT INTO "submissions" VALUES('form-help-3','help_requests','R-9CF6-XEA9-F','5e3984c0854cc70d4183ec22df2df2ee');
INSERT INTO "submissions" VALUES('form-help-4','help_requests','R-FAY4-B16B-E','27387aeb1e03e54baa7ff8946a327145');
INSERT INTO "submissions" VALUES('form-help-1000','help_requests','R-GXMA-XMSS-V','01b3a5519bc91bf0e51154bed4160b46');
INSERT INTO "submissions" VALUES('form-help-20','help_requests','R-KMME-290P-K','274fd6b06bff663d98c1cf45693a31f7');
INSERT INTO "submissions" VALUES('form-help-21','help_requests','R-DKHC-H673-S','f588015828d3dc5e8133929b3594abe1');
INSERT INTO "submissions" VALUES('form-help-22','help_requests','R-ZZN6-3C5B-B','4f54a567710253f78466d65cb35881ac');
INSERT INTO "submissions" VALUES('form-help-23','help_requests','R-WMDV-SXDY-S','d9dc49d45aeeb7a0c66c0abad6fe3e96');
INSERT INTO "submissions" VALUES('form-help-24','help_requests','R-DM05-6YHG-B','9339151b8a34f8ef6becc7b1b5adfece');
INSERT INTO "submissions" VALUES('form-help-25','help_requests','R-5VY5-499D-3','bc23d40c586e7411ceb4cc73e8ce229d');
INSERT INTO "submissions" VALUES('form-help-26','help_requests','R-QC3T-8D3S-1','3f9003904f65b5dc372a9012377dca0d');
INSERT INTO "submissions" VALUES('form-help-27','help_requests','R-BWVR-B31R-D','7054922b6ccf6fffa2391a58394ab0a5');
INSERT INTO "submissions" VALUES('form-help-28','help_requests','R-BTNP-S28D-Z','b29dbc3cdecfa00535aa7306d4fe4d8d');
INSERT INTO "submissions" VALUES('form-help-29','help_requests','R-8H8J-7FK0-G','16d2efa4b018147394a9c7c90c9a8c2a');
INSERT INTO "submissions" VALUES('form-help-30','help_requests','R-Z5S8-1XV5-D','b0e5383a14dbed642330f8faf939cbe1');
INSERT INTO "submissions" VALUES('form-charter-0','organisations','O-Z8Q1-WX7R-9','463f72a51091ed886cd6443557805f44');
INSERT INTO "submissions" VALUES('form-charter-1','organisations','O-CN6P-ZRTM-3','d4483f5ce6f30a52c43e2c7dcd73965e');
INSERT INTO "submissions" VALUES('form-charter-2','organisations','O-RMZT-YCNV-9','7c661aeb94e4fe372871f52a828fba90');
INSERT INTO "submissions" VALUES('form-help-95','help_requests','R-WCP5-NNER-D','886e9eb4d04ea224237372896fbac921');
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
INSERT INTO "visits" VALUES('T-ZXJF-3EQF-2','2026-11-17T13:55:00.855Z','Cora Coordinator','done-7V76BPKNWAZJ7DKV','M-RX50-37VR-B','N-D5SQ-Y0GT-Y','P-9YT1-ZCHZ-Q','V-4N9B-6G5B-G','2026-11-17',45,'done');
INSERT INTO "visits" VALUES('T-5DH5-P05X-G','2026-11-17T13:55:00.905Z','Cora Coordinator','not_given-GTHDKDKCZJPKD0WX','M-MTDW-M81Q-X','N-SQNW-ADMX-Q','P-CQ5B-431J-T','V-BYWV-0K6F-T','2026-11-17',NULL,'not_in');
INSERT INTO "visits" VALUES('T-S25B-WYJZ-Y','2026-11-18T13:55:00.915Z','Cora Coordinator','not_given-135V1APYY7CXA0G4','M-RX50-37VR-B','N-D5SQ-Y0GT-Y','P-9YT1-ZCHZ-Q','V-4N9B-6G5B-G','2026-11-18',NULL,'no_show');
INSERT INTO "visits" VALUES('T-AKBP-78BK-E','2026-11-18T13:55:00.925Z','Cora Coordinator','done-S1M7M2WX0WZAF0J9','M-MTDW-M81Q-X','N-SQNW-ADMX-Q','P-CQ5B-431J-T','V-BYWV-0K6F-T','2026-11-18',30,'done');
INSERT INTO "visits" VALUES('T-4DNX-0YHK-X','2026-11-18T13:55:01.120Z','Cora Coordinator',NULL,'M-RX50-37VR-B','N-D5SQ-Y0GT-Y','P-9YT1-ZCHZ-Q','V-4N9B-6G5B-G','2026-11-30',NULL,'planned');
INSERT INTO "visits" VALUES('T-6AAF-3KHR-J','2026-11-18T13:55:01.125Z','Cora Coordinator',NULL,'M-RX50-37VR-B','N-D5SQ-Y0GT-Y','P-9YT1-ZCHZ-Q','V-4N9B-6G5B-G','2026-11-30',NULL,'planned');
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
INSERT INTO "visits_now" VALUES('T-ZXJF-3EQF-2','2026-11-17T13:55:00.855Z','Cora Coordinator','2026-11-17T13:55:00.855Z',NULL,'M-RX50-37VR-B','N-D5SQ-Y0GT-Y','P-9YT1-ZCHZ-Q','V-4N9B-6G5B-G','2026-11-17',45,'done');
INSERT INTO "visits_now" VALUES('T-5DH5-P05X-G','2026-11-17T13:55:00.905Z','Cora Coordinator','2026-11-17T13:55:00.905Z',NULL,'M-MTDW-M81Q-X','N-SQNW-ADMX-Q','P-CQ5B-431J-T','V-BYWV-0K6F-T','2026-11-17',NULL,'not_in');
INSERT INTO "visits_now" VALUES('T-S25B-WYJZ-Y','2026-11-18T13:55:00.915Z','Cora Coordinator','2026-11-18T13:55:00.915Z',NULL,'M-RX50-37VR-B','N-D5SQ-Y0GT-Y','P-9YT1-ZCHZ-Q','V-4N9B-6G5B-G','2026-11-18',NULL,'no_show');
INSERT INTO "visits_now" VALUES('T-AKBP-78BK-E','2026-11-18T13:55:00.925Z','Cora Coordinator','2026-11-18T13:55:00.925Z',NULL,'M-MTDW-M81Q-X','N-SQNW-ADMX-Q','P-CQ5B-431J-T','V-BYWV-0K6F-T','2026-11-18',30,'done');
INSERT INTO "visits_now" VALUES('T-4DNX-0YHK-X','2026-11-18T13:55:01.120Z','Cora Coordinator','2026-11-18T13:55:01.120Z',NULL,'M-RX50-37VR-B','N-D5SQ-Y0GT-Y','P-9YT1-ZCHZ-Q','V-4N9B-6G5B-G','2026-11-30',NULL,'planned');
INSERT INTO "visits_now" VALUES('T-6AAF-3KHR-J','2026-11-18T13:55:01.125Z','Cora Coordinator','2026-11-18T13:55:01.130Z',NULL,'M-RX50-37VR-B','N-D5SQ-Y0GT-Y','P-9YT1-ZCHZ-Q','V-4N9B-6G5B-G','2026-11-30',NULL,'cancelled');
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
INSERT INTO "volunteers" VALUES('V-7D26-ZH2E-H','2026-11-16T10:00:00.005Z','web',NULL,'Abby Applied','01632 961001','abby@example.org','BA1 5AW',NULL,'dog_walk; phone_call; shopping','mon_am; sat_am; tue_am; wed_pm',2,8.0,'car','yes','en','yes',NULL,NULL,NULL,NULL,'I like dogs & long walks; call after five','yes',NULL,'applied',NULL,'bath_north',374000.0,165500.0,'BA1 5',NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "volunteers" VALUES('V-F3Z5-8R93-T','2026-11-16T10:00:00.010Z','web',NULL,'Chandra Checking','01632 961002','chandra@example.org','BA1 5AW',NULL,'dog_walk; phone_call; shopping','mon_am; sat_am; tue_am; wed_pm',2,8.0,'car','yes','en','yes',NULL,NULL,NULL,NULL,'I like dogs & long walks; call after five','yes',NULL,'applied',NULL,'bath_north',374000.0,165500.0,'BA1 5',NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "volunteers" VALUES('V-Y01F-B5JX-1','2026-11-16T10:00:00.025Z','web',NULL,'Pavel Paused','01632 961003','pavel@example.org','BA1 5AW',NULL,'dog_walk; phone_call; shopping','mon_am; sat_am; tue_am; wed_pm',2,8.0,'car','yes','en','yes',NULL,NULL,NULL,NULL,'I like dogs & long walks; call after five','yes',NULL,'applied',NULL,'bath_north',374000.0,165500.0,'BA1 5',NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "volunteers" VALUES('V-NKGK-ECHD-W','2026-11-16T10:00:00.080Z','web',NULL,'Lorna Left','01632 961004','lorna@example.org','BA1 5AW',NULL,'dog_walk; phone_call; shopping','mon_am; sat_am; tue_am; wed_pm',2,8.0,'car','yes','en','yes',NULL,NULL,NULL,NULL,'I like dogs & long walks; call after five','yes',NULL,'applied',NULL,'bath_north',374000.0,165500.0,'BA1 5',NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "volunteers" VALUES('V-4E76-JXE8-2','2026-11-16T10:00:00.135Z','web',NULL,'Desmond Declined','01632 961005','desmond@example.org','BA1 5AW',NULL,'dog_walk; phone_call; shopping','mon_am; sat_am; tue_am; wed_pm',2,8.0,'car','yes','en','yes',NULL,NULL,NULL,NULL,'I like dogs & long walks; call after five','yes',NULL,'applied',NULL,'bath_north',374000.0,165500.0,'BA1 5',NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "volunteers" VALUES('V-4N9B-6G5B-G','2026-11-16T10:00:00.160Z','web',NULL,'Vera Invented','01632 961010','vera@example.org','BA1 5AW',NULL,'dog_walk; phone_call; shopping','mon_am; sat_am; tue_am; wed_pm',2,8.0,'car','yes','en','yes',NULL,NULL,NULL,NULL,'I like dogs & long walks; call after five','yes',NULL,'applied',NULL,'bath_north',374000.0,165500.0,'BA1 5',NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "volunteers" VALUES('V-BYWV-0K6F-T','2026-11-16T10:00:00.215Z','web',NULL,'Zoë O’Invented','01632 961011','zoë@example.org','BA1 5AW',NULL,'dog_walk; phone_call; shopping','mon_am; sat_am; tue_am; wed_pm',2,8.0,'car','yes','en','yes',NULL,NULL,NULL,NULL,'I like dogs & long walks; call after five','yes',NULL,'applied',NULL,'bath_north',374000.0,165500.0,'BA1 5',NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "volunteers" VALUES('V-HV7F-6VTC-4','2026-11-16T10:00:00.270Z','web',NULL,'Ümit Erfunden','01632 961012','ümit@example.org','BA1 5AW',NULL,'dog_walk; phone_call; shopping','mon_am; sat_am; tue_am; wed_pm',2,8.0,'car','yes','en','yes',NULL,NULL,NULL,NULL,'I like dogs & long walks; call after five','yes',NULL,'applied',NULL,'bath_north',374000.0,165500.0,'BA1 5',NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "volunteers" VALUES('V-WJ09-73KA-S','2026-11-16T10:00:00.325Z','web',NULL,'Rhys Dychmygol','01632 961013','rhys@example.org','BA1 5AW',NULL,'dog_walk; phone_call; shopping','mon_am; sat_am; tue_am; wed_pm',2,8.0,'car','yes','en','yes',NULL,NULL,NULL,NULL,'I like dogs & long walks; call after five','yes',NULL,'applied',NULL,'bath_north',374000.0,165500.0,'BA1 5',NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "volunteers" VALUES('V-ABEV-D2TB-T','2026-11-16T10:00:00.380Z','web',NULL,'Sam Made-Up','01632 961014','sam@example.org','BA1 5AW',NULL,'dog_walk; phone_call; shopping','mon_am; sat_am; tue_am; wed_pm',2,8.0,'car','yes','en','yes',NULL,NULL,NULL,NULL,'I like dogs & long walks; call after five','yes',NULL,'applied',NULL,'bath_north',374000.0,165500.0,'BA1 5',NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "volunteers" VALUES('V-YHMT-XF3F-T','2026-11-16T10:00:00.435Z','web',NULL,'Olu Makebelieve','01632 961015','olu@example.org','BA1 5AW',NULL,'dog_walk; phone_call; shopping','mon_am; sat_am; tue_am; wed_pm',2,8.0,'car','yes','en','yes',NULL,NULL,NULL,NULL,'I like dogs & long walks; call after five','yes',NULL,'applied',NULL,'bath_north',374000.0,165500.0,'BA1 5',NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "volunteers" VALUES('V-872P-8R6Z-X','2026-11-16T10:00:00.490Z','web',NULL,'Tess Teenager','01632 961030','tess@example.org','BA1 5AW',NULL,'dog_walk; phone_call; shopping','mon_am; sat_am; tue_am; wed_pm',2,8.0,'car','yes','en','no','Gail Guardian','01632 961099','yes',NULL,'I like dogs & long walks; call after five','yes',NULL,'applied',NULL,'bath_north',374000.0,165500.0,'BA1 5',NULL,NULL,NULL,NULL,NULL,NULL);
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
INSERT INTO "volunteers_now" VALUES('V-7D26-ZH2E-H','2026-11-16T10:00:00.005Z','web','2026-11-16T10:00:00.005Z',NULL,'Abby Applied','01632 961001','abby@example.org','BA1 5AW',NULL,'dog_walk; phone_call; shopping','mon_am; sat_am; tue_am; wed_pm',2,8.0,'car','yes','en','yes',NULL,NULL,NULL,NULL,'I like dogs & long walks; call after five','yes',NULL,'applied',NULL,'bath_north',374000.0,165500.0,'BA1 5',NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "volunteers_now" VALUES('V-F3Z5-8R93-T','2026-11-16T10:00:00.010Z','web','2026-11-16T10:00:00.015Z',NULL,'Chandra Checking','01632 961002','chandra@example.org','BA1 5AW',NULL,'dog_walk; phone_call; shopping','mon_am; sat_am; tue_am; wed_pm',2,8.0,'car','yes','en','yes',NULL,NULL,NULL,NULL,'I like dogs & long walks; call after five','yes',NULL,'checking',NULL,'bath_north',374000.0,165500.0,'BA1 5',NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "volunteers_now" VALUES('V-Y01F-B5JX-1','2026-11-16T10:00:00.025Z','web','2026-11-16T10:00:00.070Z',NULL,'Pavel Paused','01632 961003','pavel@example.org','BA1 5AW',NULL,'dog_walk; phone_call; shopping','mon_am; sat_am; tue_am; wed_pm',2,8.0,'car','yes','en','yes',NULL,NULL,NULL,NULL,'I like dogs & long walks; call after five','yes',NULL,'paused',NULL,'bath_north',374000.0,165500.0,'BA1 5','2026-06-01',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "volunteers_now" VALUES('V-NKGK-ECHD-W','2026-11-16T10:00:00.080Z','web','2026-11-16T10:00:00.125Z',NULL,'Lorna Left','01632 961004','lorna@example.org','BA1 5AW',NULL,'dog_walk; phone_call; shopping','mon_am; sat_am; tue_am; wed_pm',2,8.0,'car','yes','en','yes',NULL,NULL,NULL,NULL,'I like dogs & long walks; call after five','yes',NULL,'left',NULL,'bath_north',374000.0,165500.0,'BA1 5','2026-06-01',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "volunteers_now" VALUES('V-4E76-JXE8-2','2026-11-16T10:00:00.135Z','web','2026-11-16T10:00:00.150Z',NULL,'Desmond Declined','01632 961005','desmond@example.org','BA1 5AW',NULL,'dog_walk; phone_call; shopping','mon_am; sat_am; tue_am; wed_pm',2,8.0,'car','yes','en','yes',NULL,NULL,NULL,NULL,'I like dogs & long walks; call after five','yes',NULL,'declined',NULL,'bath_north',374000.0,165500.0,'BA1 5',NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "volunteers_now" VALUES('V-4N9B-6G5B-G','2026-11-16T10:00:00.160Z','web','2026-11-18T15:55:01.565Z',NULL,'Vera Invented','01632 961700','vera@example.org','BA1 5AW',NULL,'dog_walk; phone_call; shopping','mon_am; sat_am; tue_am; wed_pm',2,8.0,'car','yes','en','yes',NULL,NULL,NULL,NULL,'I like dogs & long walks; call after five','yes',NULL,'ready',NULL,'bath_north',374000.0,165500.0,'BA1 5','2026-06-01',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "volunteers_now" VALUES('V-BYWV-0K6F-T','2026-11-16T10:00:00.215Z','web','2026-11-18T13:55:01.230Z',NULL,'Zoë O’Invented','01632 961511','zoë@example.org','BA1 5AW',NULL,'dog_walk; phone_call; shopping','mon_am; sat_am; tue_am; wed_pm',2,8.0,'car','yes','en','yes',NULL,NULL,NULL,NULL,'I like dogs & long walks; call after five','yes',NULL,'ready',NULL,'bath_north',374000.0,165500.0,'BA1 5','2026-06-01',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "volunteers_now" VALUES('V-HV7F-6VTC-4','2026-11-16T10:00:00.270Z','web','2026-11-18T13:55:01.260Z',NULL,'Ümit Erfunden','01632 961012','ümit@example.org','BA1 5AW',NULL,'dog_walk; phone_call; shopping','mon_am; sat_am; tue_am; wed_pm',2,8.0,'car','yes','en','yes',NULL,NULL,NULL,NULL,'I like dogs & long walks; call after five','yes',NULL,'ready',NULL,'bath_north',374000.0,165500.0,'BA1 5','2026-06-01',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "volunteers_now" VALUES('V-WJ09-73KA-S','2026-11-16T10:00:00.325Z','web','2026-11-18T16:15:01.735Z',NULL,'Rhys Dychmygol','01632 961900','rhys@example.org','BA1 5AW',NULL,'dog_walk; phone_call; shopping','mon_am; sat_am; tue_am; wed_pm',2,8.0,'car','yes','en','yes',NULL,NULL,NULL,NULL,'I like dogs & long walks; call after five','yes',NULL,'ready',NULL,'bath_north',374000.0,165500.0,'BA1 5','2026-06-01',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "volunteers_now" VALUES('V-ABEV-D2TB-T','2026-11-16T10:00:00.380Z','web','2026-11-16T10:00:00.425Z',NULL,'Sam Made-Up','01632 961014','sam@example.org','BA1 5AW',NULL,'dog_walk; phone_call; shopping','mon_am; sat_am; tue_am; wed_pm',2,8.0,'car','yes','en','yes',NULL,NULL,NULL,NULL,'I like dogs & long walks; call after five','yes',NULL,'ready',NULL,'bath_north',374000.0,165500.0,'BA1 5','2026-06-01',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "volunteers_now" VALUES('V-YHMT-XF3F-T','2026-11-16T10:00:00.435Z','web','2026-11-18T13:55:01.290Z',NULL,'Olu Makebelieve','01632 961015','olu@example.org','BA1 5AW',NULL,'dog_walk; phone_call; shopping','mon_am; sat_am; tue_am; wed_pm',2,8.0,'car','yes','en','yes',NULL,NULL,NULL,NULL,'I like dogs & long walks; call after five','yes',NULL,'paused',NULL,'bath_north',374000.0,165500.0,'BA1 5','2026-06-01',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "volunteers_now" VALUES('V-872P-8R6Z-X','2026-11-16T10:00:00.490Z','web','2026-11-16T10:00:00.490Z',NULL,'Tess Teenager','01632 961030','tess@example.org','BA1 5AW',NULL,'dog_walk; phone_call; shopping','mon_am; sat_am; tue_am; wed_pm',2,8.0,'car','yes','en','no','Gail Guardian','01632 961099','yes',NULL,'I like dogs & long walks; call after five','yes',NULL,'applied',NULL,'bath_north',374000.0,165500.0,'BA1 5',NULL,NULL,NULL,NULL,NULL,NULL);
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
INSERT INTO "weights" VALUES('G-PNT6-D4RG-B','2026-11-18T13:55:01.300Z','Dilys Director','weigh-6S3DV9YCSHMDJGMB',3497,1000,3000,1500,1000);
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
INSERT INTO "written" VALUES('V7V2MF1E8YJS37MM');
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
