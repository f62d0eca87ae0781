BEGIN TRANSACTION;
CREATE TABLE accidents (
	id TEXT NOT NULL,
	at TEXT NOT NULL,
	"by" TEXT NOT NULL,
	action TEXT,
	kind TEXT,
	happened_on TEXT,
	hurt_id TEXT,
	what TEXT,
	looked_after TEXT,
	insurer_told_on TEXT,
	insurer_reference TEXT,
	outcome TEXT,
	hub TEXT,
	status TEXT,
	PRIMARY KEY (id)
);
INSERT INTO "accidents" VALUES('AC-PAFY-9HYC-8','2026-11-23T10:00:00.413Z','Dilys Director','accident-DY9BQ8NDQJ8CBN7V','fall','2026-11-23','P-Q3DX-EFDR-H','On the ice',NULL,'2026-11-23',NULL,NULL,'bath_north','written_down');
CREATE TABLE accidents_now (
	id TEXT NOT NULL,
	at TEXT NOT NULL,
	"by" TEXT NOT NULL,
	changed_at TEXT NOT NULL,
	void TEXT,
	kind TEXT,
	happened_on TEXT,
	hurt_id TEXT,
	what TEXT,
	looked_after TEXT,
	insurer_told_on TEXT,
	insurer_reference TEXT,
	outcome TEXT,
	hub TEXT,
	status TEXT,
	PRIMARY KEY (id)
);
INSERT INTO "accidents_now" VALUES('AC-PAFY-9HYC-8','2026-11-23T10:00:00.413Z','Dilys Director','2026-11-23T10:00:00.413Z',NULL,'fall','2026-11-23','P-Q3DX-EFDR-H','On the ice',NULL,'2026-11-23',NULL,NULL,'bath_north','written_down');
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL,
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('0008');
CREATE TABLE bookings (
	id TEXT NOT NULL,
	at TEXT NOT NULL,
	"by" TEXT NOT NULL,
	action TEXT,
	name TEXT,
	telephone TEXT,
	email TEXT,
	access_needs TEXT,
	extra TEXT,
	session_id TEXT,
	volunteer_id TEXT,
	hub TEXT,
	status TEXT,
	flags TEXT,
	passed_on TEXT,
	result BIGINT,
	PRIMARY KEY (id)
);
CREATE TABLE bookings_now (
	id TEXT NOT NULL,
	at TEXT NOT NULL,
	"by" TEXT NOT NULL,
	changed_at TEXT NOT NULL,
	void TEXT,
	name TEXT,
	telephone TEXT,
	email TEXT,
	access_needs TEXT,
	extra TEXT,
	session_id TEXT,
	volunteer_id TEXT,
	hub TEXT,
	status TEXT,
	flags TEXT,
	passed_on TEXT,
	result BIGINT,
	PRIMARY KEY (id)
);
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
INSERT INTO "changes" VALUES('Z-XM9EF1KD6RP4WG0H','2026-11-23T10:00:00.014Z','Dilys Director','triage-1ZDFVCAQPJN1Y43X','help_requests','R-5NF5-PTN0-Q','status','new','triaged',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-10ATBH9PCBTSRPQH','2026-11-23T10:00:00.014Z','Dilys Director','triage-1ZDFVCAQPJN1Y43X','help_requests','R-5NF5-PTN0-Q','resident_id',NULL,'P-AV2D-T86W-T',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-AK397Q7MK36FC5TD','2026-11-23T10:00:00.021Z','test','set-DSQHQF80K3HHCWMH','needs','N-B19Z-3MBD-T','easting',NULL,'374000',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-C4PQ2P3T4NSCB93T','2026-11-23T10:00:00.028Z','test','set-MWQD0X4D80W41N48','needs','N-B19Z-3MBD-T','northing',NULL,'165500',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-NTBE15CMCFS03ATG','2026-11-23T10:00:00.042Z','Dilys Director','triage-Q5EGT3ACWAQ2NHET','help_requests','R-YWGZ-ZNBW-C','status','new','triaged',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-EA24RMQP5G6M3YW6','2026-11-23T10:00:00.042Z','Dilys Director','triage-Q5EGT3ACWAQ2NHET','help_requests','R-YWGZ-ZNBW-C','resident_id',NULL,'P-0ZVT-S9V3-5',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-SMK6NVHGGN5AWFB8','2026-11-23T10:00:00.049Z','test','set-0K0QSAMN0YFAVRR9','needs','N-9H2S-BHY3-D','easting',NULL,'374000',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-0EP4HGFR9CTCE20R','2026-11-23T10:00:00.056Z','test','set-PX7VHQJNDM9PGAWQ','needs','N-9H2S-BHY3-D','northing',NULL,'165500',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-JHZK06R06YR845KM','2026-11-23T10:00:00.063Z','Dilys Director','live_together-XHXMNVMC1VBP65MQ','residents','P-AV2D-T86W-T','lives_with',NULL,'P-0ZVT-S9V3-5',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-TXTSJAKJ2ZNCNQ5V','2026-11-23T10:00:00.063Z','Dilys Director','live_together-XHXMNVMC1VBP65MQ','residents','P-0ZVT-S9V3-5','lives_with',NULL,'P-AV2D-T86W-T',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-WVTZPBQX21XR9QE1','2026-11-23T10:00:00.063Z','Dilys Director','live_together-XHXMNVMC1VBP65MQ','residents','P-AV2D-T86W-T','cares_for',NULL,'P-0ZVT-S9V3-5',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-DHYMGQTRRZFQEZWD','2026-11-23T10:00:00.091Z','Dilys Director','triage-WP21T4S8S4BJ97DT','help_requests','R-02V9-7D92-1','status','new','triaged',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-DMG6SXWSPVGRK0FT','2026-11-23T10:00:00.091Z','Dilys Director','triage-WP21T4S8S4BJ97DT','help_requests','R-02V9-7D92-1','resident_id',NULL,'P-RFNX-THWF-3',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-REA1X1845FKA86V1','2026-11-23T10:00:00.098Z','test','set-ZTP52GJ35TJCNKZ5','needs','N-GEA4-B35T-Q','easting',NULL,'374000',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-MAJGMHZBMPPD0ZTH','2026-11-23T10:00:00.105Z','test','set-40NQH7115N0NW3ZX','needs','N-GEA4-B35T-Q','northing',NULL,'165500',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-ZTZQDMD4AXEGRSA0','2026-11-23T10:00:00.112Z','Dilys Director','kin-64N2V5TM8TJZE9M0','volunteers','V-883C-8WPZ-Q','kin_of',NULL,'P-RFNX-THWF-3',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-QX8ETWA3TH4YQX1Y','2026-11-23T10:00:00.126Z','Dilys Director','triage-S77Z39VPJW7WB7SQ','help_requests','R-EYDV-QMX1-J','status','new','triaged',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-09Q3AP6SXQ8MV6B9','2026-11-23T10:00:00.126Z','Dilys Director','triage-S77Z39VPJW7WB7SQ','help_requests','R-EYDV-QMX1-J','resident_id',NULL,'P-HJH3-KF8G-S',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-SMHMJPYRG86SPEM8','2026-11-23T10:00:00.133Z','test','set-27NGM6FWJ5GZ9PPM','needs','N-1R29-62RR-7','easting',NULL,'374000',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-VG3TFY4G9C39P9XE','2026-11-23T10:00:00.140Z','test','set-CRH87VMRNXX2E97J','needs','N-1R29-62RR-7','northing',NULL,'165500',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-H8NBN4YMES87WXMM','2026-11-23T10:00:00.147Z','Dilys Director','at_risk-Y1H9MZKREBC1057B','residents','P-HJH3-KF8G-S','at_risk_in',NULL,'heat; snow',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-AGJPTE8WTE0F7CEM','2026-11-23T10:00:00.182Z','Dilys Director','support-01W0MJJ6G0XWASNX','volunteers','V-Y9E3-5Q7R-G','support_needs',NULL,'Short tasks, told in writing',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-PYGCDCTZ00SE3JCE','2026-11-23T10:00:00.182Z','Dilys Director','support-01W0MJJ6G0XWASNX','volunteers','V-Y9E3-5Q7R-G','buddy_id',NULL,'V-B6Q6-GM7R-N',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-FJ25E3VZZMEH687E','2026-11-23T10:00:00.196Z','Dilys Director','triage-BYPT3RD343KRJHX4','help_requests','R-W0NB-CS6Z-N','status','new','triaged',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-TDGQ1AZ75Y5T1BTH','2026-11-23T10:00:00.196Z','Dilys Director','triage-BYPT3RD343KRJHX4','help_requests','R-W0NB-CS6Z-N','resident_id',NULL,'P-SP5B-FEKV-A',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-QSQPF91YGX35F8CM','2026-11-23T10:00:00.203Z','test','set-DWD37XTXFMC7EJGJ','needs','N-T30T-D5F7-Q','easting',NULL,'374000',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-GDGQJZZBZHVMSJSD','2026-11-23T10:00:00.210Z','test','set-EVAW3K2PECJBYFTC','needs','N-T30T-D5F7-Q','northing',NULL,'165500',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-QM6ACZRQE8QBE1SQ','2026-11-23T10:00:00.238Z','Dilys Director','approve-SK00JC9735A3A180','matches','M-718S-N4BZ-N','status','proposed','approved',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-9WKDHTNE1J5JK6V8','2026-11-23T10:00:00.245Z','Dilys Director','rang-DB5N5AGDPGQZJDX3','matches','M-718S-N4BZ-N','status','approved','accepted',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-YD6P2QDBNCNG29R7','2026-11-23T10:00:00.252Z','Dilys Director','resident_told-GKBK0PCMZ6VXRNR3','matches','M-718S-N4BZ-N','status','accepted','active',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-DS07D9DD7JM3959W','2026-11-23T10:00:00.252Z','Dilys Director','resident_told-GKBK0PCMZ6VXRNR3','matches','M-718S-N4BZ-N','resident_told_at',NULL,'2026-11-23T10:00:00.060Z',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-3G86B3K7B908BAR7','2026-11-23T10:00:00.280Z','Dilys Director','pair_cover-A0XD672VTTEQKFP0','pairs','J-SQ25-MR0Q-R','cover_id',NULL,'V-Z6C2-TZNZ-R',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-7GT8TD6NXZ9PRQBA','2026-11-23T10:00:00.294Z','Dilys Director','triage-T857W9T2YATGVEHW','help_requests','R-S91Y-41CS-J','status','new','triaged',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-FRFX7KXYYH4N9HBY','2026-11-23T10:00:00.294Z','Dilys Director','triage-T857W9T2YATGVEHW','help_requests','R-S91Y-41CS-J','resident_id',NULL,'P-A5EK-P2A5-9',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-TM15WJKVYXCKYA5A','2026-11-23T10:00:00.301Z','test','set-RGA4H3T37V39MCYY','needs','N-E4J3-A8QJ-W','easting',NULL,'374000',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-EFRDEKZTRB8R1Y8Z','2026-11-23T10:00:00.308Z','test','set-PVNYMZMB80DFY4Y7','needs','N-E4J3-A8QJ-W','northing',NULL,'165500',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-6NC29Z9AHQZJPVEC','2026-11-23T10:00:00.315Z','Cora Coordinator','unable-WR9Q9Q1HZB1F82V1','needs','N-E4J3-A8QJ-W','status','open','closed',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-J37CD4R7SCH796VR','2026-11-23T10:00:00.315Z','Cora Coordinator','unable-WR9Q9Q1HZB1F82V1','needs','N-E4J3-A8QJ-W','closed_reason',NULL,'referred_on',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-R2XWKS9NHFJDBPA8','2026-11-23T10:00:00.315Z','Cora Coordinator','unable-WR9Q9Q1HZB1F82V1','help_requests','R-S91Y-41CS-J','status','triaged','closed',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-QV3QMM135JKAVHDE','2026-11-23T10:00:00.315Z','Cora Coordinator','unable-WR9Q9Q1HZB1F82V1','help_requests','R-S91Y-41CS-J','closed_reason',NULL,'referred_on',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-7ACQBQGNNBBCP8MY','2026-11-23T10:00:00.322Z','Dilys Director','referral_taken_up-S6KW7F4S3YAJC2J6','referrals','F-DBC0-83TG-8','status','sent','acknowledged',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-CEJVAY4S715F2FR1','2026-11-23T10:00:00.322Z','Dilys Director','referral_taken_up-S6KW7F4S3YAJC2J6','referrals','F-DBC0-83TG-8','acknowledged_by',NULL,'Jo at the desk',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-TGWVBW55EM44AVZ0','2026-11-23T10:00:00.322Z','Dilys Director','referral_taken_up-S6KW7F4S3YAJC2J6','referrals','F-DBC0-83TG-8','acknowledged_on',NULL,'2026-11-23',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-TQT43JFRHPBEPK5G','2026-11-23T10:00:00.322Z','Dilys Director','referral_taken_up-S6KW7F4S3YAJC2J6','referrals','F-DBC0-83TG-8','chase_on','2026-11-30',NULL,NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-8EWSH2SR59VNF6JW','2026-11-23T10:00:00.322Z','Dilys Director','referral_taken_up-S6KW7F4S3YAJC2J6','contacts','C-ENK3-TVMZ-A','status','open','dealt_with',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-1Q0EMC8WSK4CH7XM','2026-11-23T10:00:00.336Z','Dilys Director','triage-C3Q2DWX8FTN3YJ41','help_requests','R-ZEYC-RMMB-4','status','new','triaged',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-7EQ7HXH2NRWJWNKE','2026-11-23T10:00:00.336Z','Dilys Director','triage-C3Q2DWX8FTN3YJ41','help_requests','R-ZEYC-RMMB-4','resident_id',NULL,'P-K5PX-P27J-C',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-3ZE2PN3QC1G4T7ZT','2026-11-23T10:00:00.343Z','test','set-HNK3W21N584SCT6N','needs','N-7CSM-1Y48-D','easting',NULL,'374000',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-94HJWKWBJFBCPC33','2026-11-23T10:00:00.350Z','test','set-8DWW2HCWMD9C00Y2','needs','N-7CSM-1Y48-D','northing',NULL,'165500',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-WWCKWVPGHG86NGXF','2026-11-23T10:00:00.378Z','Dilys Director','key_out-MNW508J2BMFWEZQ5','door_keys','KY-G2XW-936G-0','held_by',NULL,'V-FGWG-9RN3-Y',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-FWJ776BKK2G4YTNC','2026-11-23T10:00:00.392Z','Dilys Director','triage-5QT8M3HK5EQNABEK','help_requests','R-KXVJ-DQYV-1','status','new','triaged',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-8PFE49PGS8Q1B9Y8','2026-11-23T10:00:00.392Z','Dilys Director','triage-5QT8M3HK5EQNABEK','help_requests','R-KXVJ-DQYV-1','resident_id',NULL,'P-Q3DX-EFDR-H',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-8R8TWN6CCBK6MX52','2026-11-23T10:00:00.399Z','test','set-KNKMXA1W1G8453NK','needs','N-VSKV-SJ3G-6','easting',NULL,'374000',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-853ET8STNESEW20Q','2026-11-23T10:00:00.406Z','test','set-91H0X0P9Z3GM5NXS','needs','N-VSKV-SJ3G-6','northing',NULL,'165500',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-ES46MGNHNDFWGCGS','2026-11-23T10:00:00.427Z','Dilys Director','triage-41MFHAT6V8WD6XSA','help_requests','R-GQPR-9K3D-D','status','new','triaged',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-EVMND6Q4SJAQSHKH','2026-11-23T10:00:00.427Z','Dilys Director','triage-41MFHAT6V8WD6XSA','help_requests','R-GQPR-9K3D-D','resident_id',NULL,'P-FYFZ-N1G8-F',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-V26ZDWBHH0187XWC','2026-11-23T10:00:00.434Z','test','set-AZE0WECR25FZREJA','needs','N-RGC2-60ZR-1','easting',NULL,'374000',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-93CWSW5HEST4TZ2A','2026-11-23T10:00:00.441Z','test','set-6THVDNAF1AMK87GD','needs','N-RGC2-60ZR-1','northing',NULL,'165500',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-49RHCVTTM2FDWA39','2026-11-23T10:00:00.469Z','Dilys Director','approve-TF921JXARKEKJQ6D','matches','M-FPW8-TBXK-4','status','proposed','approved',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-VZ6QMYR9NED47NG5','2026-11-23T10:00:00.483Z','Dilys Director','triage-BSJAR79SN0EPRHFS','help_requests','R-FM2V-AGYK-Z','status','new','triaged',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-RY57NZV2DHJRZGSG','2026-11-23T10:00:00.483Z','Dilys Director','triage-BSJAR79SN0EPRHFS','help_requests','R-FM2V-AGYK-Z','resident_id',NULL,'P-MGBY-SPK4-2',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-7CVCR8KV6RJZGZJK','2026-11-23T10:00:00.490Z','test','set-GMDQWQ0TX9G7580G','needs','N-4N8X-9R2M-9','easting',NULL,'374000',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-G8798932TYRBQH81','2026-11-23T10:00:00.497Z','test','set-61XY5W8945A7S35S','needs','N-4N8X-9R2M-9','northing',NULL,'165500',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-CZ3F3GH5XR90K1W2','2026-11-23T10:00:00.525Z','Dilys Director','approve-9FAFW1WRKP3159A9','matches','M-TMBD-VC8E-1','status','proposed','approved',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-76DA7Z2CE770ADKW','2026-11-23T10:00:00.532Z','test','set-2MEYK77EJD7JFZFD','volunteers','V-9FF1-WC4W-Q','telephone','01632 961018','07700 900123',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-0H0PSA3ZMG6MVD1J','2026-11-23T10:00:00.539Z','test','set-Z9ADJTQX8MYYS1GK','volunteers','V-9FF1-WC4W-Q','email',NULL,'vera@example.org',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-75CS8R28V1DWD7HY','2026-11-23T10:00:00.546Z','Cora Coordinator','offer-PDFWFRDHT73ZJJ0Z','matches','M-TMBD-VC8E-1','status','approved','offered',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-NB1EZTW886DFRR64','2026-11-23T10:00:00.546Z','Cora Coordinator','offer-PDFWFRDHT73ZJJ0Z','matches','M-TMBD-VC8E-1','answer_by',NULL,'2026-11-25T17:00:00.000Z',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-YM6GVV5RJXDYSZ64','2026-11-23T10:00:00.553Z','messages','send_message-6CF0FDC5T82PG44B','messages','D-15SB-1A5N-1','status','queued','unknown',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-A6HP8GB44VP5AX9D','2026-11-23T10:00:00.560Z','messages','send_message-H8GWX20494SBNC71','messages','D-15SB-1A5N-1','status','unknown','sent',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-Z2M94ES59CH1CP1S','2026-11-23T10:00:00.560Z','messages','send_message-H8GWX20494SBNC71','messages','D-15SB-1A5N-1','sent_at',NULL,'2026-11-23T10:00:00.145Z',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-RR3TRGG92BYA1A5E','2026-11-23T10:00:00.567Z','V-9FF1-WC4W-Q','answer_offer-HQCR1X6XDCDDGSBV','matches','M-TMBD-VC8E-1','status','offered','accepted',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-3RV0D65JXH8449C9','2026-11-23T10:00:00.574Z','test','set-HMN18WNEGRWA1CD2','residents','P-MGBY-SPK4-2','telephone','01632 960777','07700 900456',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-6X92EX0M70FYHY92','2026-11-23T10:00:00.581Z','test','set-0GSMN0G73A4JGWAY','residents','P-MGBY-SPK4-2','address','7 Canary Close','1 High Street',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-WWFVBTND3J7FE8KB','2026-11-23T10:00:00.588Z','test','set-0QYW4VBQ8YRMDBGR','residents','P-MGBY-SPK4-2','postcode',NULL,'BA1 5AW',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-VARV5TY3GJD50EGA','2026-11-23T10:00:00.602Z','messages','send_message-AJP1A3CN27VW9HER','messages','D-XTXG-NAP4-9','status','queued','unknown',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-916HNM70M19VYNGX','2026-11-23T10:00:00.609Z','messages','send_message-MSEM594AFM59BVY1','messages','D-XTXG-NAP4-9','status','unknown','sent',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-VNW7XANFVAGDCQXZ','2026-11-23T10:00:00.609Z','messages','send_message-MSEM594AFM59BVY1','messages','D-XTXG-NAP4-9','sent_at',NULL,'2026-11-23T10:01:00.165Z',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-VGY6XK6CVED8G7JT','2026-11-23T10:00:00.609Z','messages','send_message-MSEM594AFM59BVY1','matches','M-TMBD-VC8E-1','status','accepted','active',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-QAKQRMZTTAHF27K8','2026-11-23T10:00:00.609Z','messages','send_message-MSEM594AFM59BVY1','matches','M-TMBD-VC8E-1','resident_told_at',NULL,'2026-11-23T10:01:00.165Z',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-SHMT9XKM2KHR7NKZ','2026-11-23T10:02:00.235Z','sheet','correct-SHMT9XKM2KHR7NKZ','volunteers','V-883C-8WPZ-Q','email',NULL,'vera.one@example.org',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-V1N6E296NTZQGZM0','2026-11-23T10:02:00.235Z','sheet','correct-V1N6E296NTZQGZM0','residents','P-0ZVT-S9V3-5','telephone','01632 960002','01632 960 123',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-390B1MFCJN3NQ11D','2026-11-23T10:02:00.298Z','Dilys Director','away-SNW5342QW5ARETR2','residents','P-0ZVT-S9V3-5','away_until',NULL,'2026-12-02',NULL,NULL,NULL);
INSERT INTO "changes" VALUES('Z-GXTHTSSCRBSXZ5GQ','2026-11-23T10:02:00.298Z','Dilys Director','away-SNW5342QW5ARETR2','needs','N-9H2S-BHY3-D','hold_until',NULL,'2026-12-02T09:00:00.000Z',NULL,NULL,NULL);
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
INSERT INTO "checks" VALUES('K-7ANG-WCC5-5','2026-11-23T10:00:00.077Z','Dilys Director',NULL,'V-883C-8WPZ-Q','dbs','enhanced_barred',NULL,'2026-06-01','Dilys',NULL);
INSERT INTO "checks" VALUES('K-A5KG-BB0T-2','2026-11-23T10:00:00.161Z','Dilys Director',NULL,'V-Y9E3-5Q7R-G','dbs','enhanced_barred',NULL,'2026-06-01','Dilys',NULL);
INSERT INTO "checks" VALUES('K-75JW-TDG7-J','2026-11-23T10:00:00.175Z','Dilys Director',NULL,'V-B6Q6-GM7R-N','dbs','enhanced_barred',NULL,'2026-06-01','Dilys',NULL);
INSERT INTO "checks" VALUES('K-RTJ4-VXH2-E','2026-11-23T10:00:00.224Z','Dilys Director',NULL,'V-STHG-R67W-W','dbs','enhanced_barred',NULL,'2026-06-01','Dilys',NULL);
INSERT INTO "checks" VALUES('K-ANZT-PW3J-0','2026-11-23T10:00:00.273Z','Dilys Director',NULL,'V-Z6C2-TZNZ-R','dbs','enhanced_barred',NULL,'2026-06-01','Dilys',NULL);
INSERT INTO "checks" VALUES('K-TRAR-B97X-V','2026-11-23T10:00:00.371Z','Dilys Director',NULL,'V-FGWG-9RN3-Y','dbs','enhanced_barred',NULL,'2026-06-01','Dilys',NULL);
INSERT INTO "checks" VALUES('K-FBJ0-Q6EX-X','2026-11-23T10:00:00.455Z','Dilys Director',NULL,'V-GWRZ-R89X-M','dbs','enhanced_barred',NULL,'2026-06-01','Dilys',NULL);
INSERT INTO "checks" VALUES('K-9BKF-WHZE-P','2026-11-23T10:00:00.511Z','Dilys Director',NULL,'V-9FF1-WC4W-Q','dbs','enhanced_barred',NULL,'2026-06-01','Dilys',NULL);
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
INSERT INTO "checks_now" VALUES('K-7ANG-WCC5-5','2026-11-23T10:00:00.077Z','Dilys Director','2026-11-23T10:00:00.077Z',NULL,'V-883C-8WPZ-Q','dbs','enhanced_barred',NULL,'2026-06-01','Dilys',NULL);
INSERT INTO "checks_now" VALUES('K-A5KG-BB0T-2','2026-11-23T10:00:00.161Z','Dilys Director','2026-11-23T10:00:00.161Z',NULL,'V-Y9E3-5Q7R-G','dbs','enhanced_barred',NULL,'2026-06-01','Dilys',NULL);
INSERT INTO "checks_now" VALUES('K-75JW-TDG7-J','2026-11-23T10:00:00.175Z','Dilys Director','2026-11-23T10:00:00.175Z',NULL,'V-B6Q6-GM7R-N','dbs','enhanced_barred',NULL,'2026-06-01','Dilys',NULL);
INSERT INTO "checks_now" VALUES('K-RTJ4-VXH2-E','2026-11-23T10:00:00.224Z','Dilys Director','2026-11-23T10:00:00.224Z',NULL,'V-STHG-R67W-W','dbs','enhanced_barred',NULL,'2026-06-01','Dilys',NULL);
INSERT INTO "checks_now" VALUES('K-ANZT-PW3J-0','2026-11-23T10:00:00.273Z','Dilys Director','2026-11-23T10:00:00.273Z',NULL,'V-Z6C2-TZNZ-R','dbs','enhanced_barred',NULL,'2026-06-01','Dilys',NULL);
INSERT INTO "checks_now" VALUES('K-TRAR-B97X-V','2026-11-23T10:00:00.371Z','Dilys Director','2026-11-23T10:00:00.371Z',NULL,'V-FGWG-9RN3-Y','dbs','enhanced_barred',NULL,'2026-06-01','Dilys',NULL);
INSERT INTO "checks_now" VALUES('K-FBJ0-Q6EX-X','2026-11-23T10:00:00.455Z','Dilys Director','2026-11-23T10:00:00.455Z',NULL,'V-GWRZ-R89X-M','dbs','enhanced_barred',NULL,'2026-06-01','Dilys',NULL);
INSERT INTO "checks_now" VALUES('K-9BKF-WHZE-P','2026-11-23T10:00:00.511Z','Dilys Director','2026-11-23T10:00:00.511Z',NULL,'V-9FF1-WC4W-Q','dbs','enhanced_barred',NULL,'2026-06-01','Dilys',NULL);
CREATE TABLE complaints (
	id TEXT NOT NULL,
	at TEXT NOT NULL,
	"by" TEXT NOT NULL,
	action TEXT,
	kind TEXT,
	name TEXT,
	telephone TEXT,
	email TEXT,
	words TEXT,
	wants TEXT,
	harm TEXT,
	about TEXT,
	stage BIGINT,
	answer TEXT,
	status TEXT,
	acknowledged_on TEXT,
	answer_by TEXT,
	PRIMARY KEY (id)
);
CREATE TABLE complaints_now (
	id TEXT NOT NULL,
	at TEXT NOT NULL,
	"by" TEXT NOT NULL,
	changed_at TEXT NOT NULL,
	void TEXT,
	kind TEXT,
	name TEXT,
	telephone TEXT,
	email TEXT,
	words TEXT,
	wants TEXT,
	harm TEXT,
	about TEXT,
	stage BIGINT,
	answer TEXT,
	status TEXT,
	acknowledged_on TEXT,
	answer_by TEXT,
	PRIMARY KEY (id)
);
CREATE TABLE concern_reads (
	id TEXT NOT NULL,
	concern_id TEXT NOT NULL,
	at TEXT NOT NULL,
	"by" TEXT NOT NULL,
	PRIMARY KEY (id)
);
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
INSERT INTO "contacts" VALUES('C-HK44-TPXK-H','2026-11-23T10:00:00.063Z','Dilys Director','live_together-XHXMNVMC1VBP65MQ','P-AV2D-T86W-T','P-AV2D-T86W-T','telephone',NULL,'note','They care for somebody at home. Ring and ask how they are, and what they need themselves','open',NULL,NULL);
INSERT INTO "contacts" VALUES('C-6MGP-XAWT-J','2026-11-23T10:00:00.182Z','Dilys Director','support-01W0MJJ6G0XWASNX','V-Y9E3-5Q7R-G','V-B6Q6-GM7R-N','telephone',NULL,'note','Somebody may ask them for support from now on. Ring and tell them whom they look after','open',NULL,NULL);
INSERT INTO "contacts" VALUES('C-JVCP-D0PW-2','2026-11-23T10:00:00.245Z','Dilys Director','rang-DB5N5AGDPGQZJDX3','M-718S-N4BZ-N','V-STHG-R67W-W','telephone','out','yes',NULL,'dealt_with',NULL,NULL);
INSERT INTO "contacts" VALUES('C-5CHP-VAWN-F','2026-11-23T10:00:00.252Z','Dilys Director','resident_told-GKBK0PCMZ6VXRNR3','M-718S-N4BZ-N','P-SP5B-FEKV-A','telephone','out','told',NULL,'dealt_with',NULL,NULL);
INSERT INTO "contacts" VALUES('C-7Y1P-0AWM-N','2026-11-23T10:00:00.315Z','Cora Coordinator','unable-WR9Q9Q1HZB1F82V1','N-E4J3-A8QJ-W',NULL,'telephone',NULL,'note','We do not fit rails','dealt_with',NULL,NULL);
INSERT INTO "contacts" VALUES('C-ENK3-TVMZ-A','2026-11-23T10:00:00.315Z','Cora Coordinator','unable-WR9Q9Q1HZB1F82V1','F-DBC0-83TG-8','P-A5EK-P2A5-9','telephone',NULL,'note','They were passed on to a service, and nobody there has answered. Ask the service, then tell them','open',NULL,NULL);
INSERT INTO "contacts" VALUES('C-0BME-TBNZ-P','2026-11-23T10:00:00.315Z','Cora Coordinator','unable-WR9Q9Q1HZB1F82V1','C-ENK3-TVMZ-A',NULL,NULL,'out','note',NULL,'dealt_with','tell_them','2026-11-30T09:00:00.000Z');
INSERT INTO "contacts" VALUES('C-RPKT-NY9V-1','2026-11-23T10:00:00.315Z','Cora Coordinator','unable-WR9Q9Q1HZB1F82V1','N-E4J3-A8QJ-W','P-A5EK-P2A5-9','telephone',NULL,'note','We can''t help with something that they asked for. Ring and say so honestly, and why, and what there is instead','open',NULL,NULL);
INSERT INTO "contacts" VALUES('C-79RX-X1H4-W','2026-11-23T10:00:00.413Z','Dilys Director','accident-DY9BQ8NDQJ8CBN7V','P-Q3DX-EFDR-H','P-Q3DX-EFDR-H','telephone',NULL,'note','There was an accident. Ring and ask how they are and who looks after them, and tell the insurer','open',NULL,NULL);
INSERT INTO "contacts" VALUES('C-3VV3-00KG-H','2026-11-23T10:00:00.567Z','V-9FF1-WC4W-Q','answer_offer-HQCR1X6XDCDDGSBV','M-TMBD-VC8E-1','V-9FF1-WC4W-Q','email','in','yes',NULL,'dealt_with',NULL,NULL);
INSERT INTO "contacts" VALUES('C-DTDW-6JQ8-6','2026-11-23T10:02:00.298Z','Dilys Director','away-SNW5342QW5ARETR2','P-0ZVT-S9V3-5','P-0ZVT-S9V3-5','telephone',NULL,'note','The day has come until which they were away. Ring and ask how they are, and whether help goes on','open',NULL,NULL);
INSERT INTO "contacts" VALUES('C-PS69-NAJN-S','2026-11-23T10:02:00.298Z','Dilys Director','away-SNW5342QW5ARETR2','C-DTDW-6JQ8-6',NULL,NULL,'out','note',NULL,'dealt_with','tell_them','2026-12-02T09:00:00.000Z');
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
INSERT INTO "contacts_now" VALUES('C-HK44-TPXK-H','2026-11-23T10:00:00.063Z','Dilys Director','2026-11-23T10:00:00.063Z',NULL,'P-AV2D-T86W-T','P-AV2D-T86W-T','telephone',NULL,'note','They care for somebody at home. Ring and ask how they are, and what they need themselves','open',NULL,NULL);
INSERT INTO "contacts_now" VALUES('C-6MGP-XAWT-J','2026-11-23T10:00:00.182Z','Dilys Director','2026-11-23T10:00:00.182Z',NULL,'V-Y9E3-5Q7R-G','V-B6Q6-GM7R-N','telephone',NULL,'note','Somebody may ask them for support from now on. Ring and tell them whom they look after','open',NULL,NULL);
INSERT INTO "contacts_now" VALUES('C-JVCP-D0PW-2','2026-11-23T10:00:00.245Z','Dilys Director','2026-11-23T10:00:00.245Z',NULL,'M-718S-N4BZ-N','V-STHG-R67W-W','telephone','out','yes',NULL,'dealt_with',NULL,NULL);
INSERT INTO "contacts_now" VALUES('C-5CHP-VAWN-F','2026-11-23T10:00:00.252Z','Dilys Director','2026-11-23T10:00:00.252Z',NULL,'M-718S-N4BZ-N','P-SP5B-FEKV-A','telephone','out','told',NULL,'dealt_with',NULL,NULL);
INSERT INTO "contacts_now" VALUES('C-7Y1P-0AWM-N','2026-11-23T10:00:00.315Z','Cora Coordinator','2026-11-23T10:00:00.315Z',NULL,'N-E4J3-A8QJ-W',NULL,'telephone',NULL,'note','We do not fit rails','dealt_with',NULL,NULL);
INSERT INTO "contacts_now" VALUES('C-ENK3-TVMZ-A','2026-11-23T10:00:00.315Z','Cora Coordinator','2026-11-23T10:00:00.322Z',NULL,'F-DBC0-83TG-8','P-A5EK-P2A5-9','telephone',NULL,'note','They were passed on to a service, and nobody there has answered. Ask the service, then tell them','dealt_with',NULL,NULL);
INSERT INTO "contacts_now" VALUES('C-0BME-TBNZ-P','2026-11-23T10:00:00.315Z','Cora Coordinator','2026-11-23T10:00:00.315Z',NULL,'C-ENK3-TVMZ-A',NULL,NULL,'out','note',NULL,'dealt_with','tell_them','2026-11-30T09:00:00.000Z');
INSERT INTO "contacts_now" VALUES('C-RPKT-NY9V-1','2026-11-23T10:00:00.315Z','Cora Coordinator','2026-11-23T10:00:00.315Z',NULL,'N-E4J3-A8QJ-W','P-A5EK-P2A5-9','telephone',NULL,'note','We can''t help with something that they asked for. Ring and say so honestly, and why, and what there is instead','open',NULL,NULL);
INSERT INTO "contacts_now" VALUES('C-79RX-X1H4-W','2026-11-23T10:00:00.413Z','Dilys Director','2026-11-23T10:00:00.413Z',NULL,'P-Q3DX-EFDR-H','P-Q3DX-EFDR-H','telephone',NULL,'note','There was an accident. Ring and ask how they are and who looks after them, and tell the insurer','open',NULL,NULL);
INSERT INTO "contacts_now" VALUES('C-3VV3-00KG-H','2026-11-23T10:00:00.567Z','V-9FF1-WC4W-Q','2026-11-23T10:00:00.567Z',NULL,'M-TMBD-VC8E-1','V-9FF1-WC4W-Q','email','in','yes',NULL,'dealt_with',NULL,NULL);
INSERT INTO "contacts_now" VALUES('C-DTDW-6JQ8-6','2026-11-23T10:02:00.298Z','Dilys Director','2026-11-23T10:02:00.298Z',NULL,'P-0ZVT-S9V3-5','P-0ZVT-S9V3-5','telephone',NULL,'note','The day has come until which they were away. Ring and ask how they are, and whether help goes on','open',NULL,NULL);
INSERT INTO "contacts_now" VALUES('C-PS69-NAJN-S','2026-11-23T10:02:00.298Z','Dilys Director','2026-11-23T10:02:00.298Z',NULL,'C-DTDW-6JQ8-6',NULL,NULL,'out','note',NULL,'dealt_with','tell_them','2026-12-02T09:00:00.000Z');
CREATE TABLE door_keys (
	id TEXT NOT NULL,
	at TEXT NOT NULL,
	"by" TEXT NOT NULL,
	action TEXT,
	resident_id TEXT,
	kind TEXT,
	label TEXT,
	kept_at TEXT,
	code TEXT,
	agreed TEXT,
	held_by TEXT,
	status TEXT,
	back_on TEXT,
	PRIMARY KEY (id)
);
INSERT INTO "door_keys" VALUES('KY-G2XW-936G-0','2026-11-23T10:00:00.357Z','Cora Coordinator','keep_key-KM3ARK79X55NJ0MQ','P-K5PX-P27J-C','key','A7',NULL,NULL,'At her kitchen table',NULL,'held',NULL);
CREATE TABLE door_keys_now (
	id TEXT NOT NULL,
	at TEXT NOT NULL,
	"by" TEXT NOT NULL,
	changed_at TEXT NOT NULL,
	void TEXT,
	resident_id TEXT,
	kind TEXT,
	label TEXT,
	kept_at TEXT,
	code TEXT,
	agreed TEXT,
	held_by TEXT,
	status TEXT,
	back_on TEXT,
	PRIMARY KEY (id)
);
INSERT INTO "door_keys_now" VALUES('KY-G2XW-936G-0','2026-11-23T10:00:00.357Z','Cora Coordinator','2026-11-23T10:00:00.378Z',NULL,'P-K5PX-P27J-C','key','A7',NULL,NULL,'At her kitchen table','V-FGWG-9RN3-Y','held',NULL);
CREATE TABLE enquiries (
	id TEXT NOT NULL,
	at TEXT NOT NULL,
	"by" TEXT NOT NULL,
	action TEXT,
	name TEXT,
	telephone TEXT,
	email TEXT,
	postcode TEXT,
	words TEXT,
	consent TEXT,
	extra TEXT,
	opportunity_id TEXT,
	volunteer_id TEXT,
	hub TEXT,
	status TEXT,
	flags TEXT,
	introduced_on TEXT,
	placed_on TEXT,
	notes TEXT,
	PRIMARY KEY (id)
);
CREATE TABLE enquiries_now (
	id TEXT NOT NULL,
	at TEXT NOT NULL,
	"by" TEXT NOT NULL,
	changed_at TEXT NOT NULL,
	void TEXT,
	name TEXT,
	telephone TEXT,
	email TEXT,
	postcode TEXT,
	words TEXT,
	consent TEXT,
	extra TEXT,
	opportunity_id TEXT,
	volunteer_id TEXT,
	hub TEXT,
	status TEXT,
	flags TEXT,
	introduced_on TEXT,
	placed_on TEXT,
	notes TEXT,
	PRIMARY KEY (id)
);
CREATE TABLE equality (
	month TEXT NOT NULL,
	question TEXT NOT NULL,
	answer TEXT NOT NULL
);
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
CREATE TABLE feedback (
	id TEXT NOT NULL,
	at TEXT NOT NULL,
	"by" TEXT NOT NULL,
	action TEXT,
	words TEXT,
	score BIGINT,
	may_publish TEXT,
	about TEXT,
	from_whom TEXT,
	as_printed TEXT,
	status TEXT,
	PRIMARY KEY (id)
);
CREATE TABLE feedback_now (
	id TEXT NOT NULL,
	at TEXT NOT NULL,
	"by" TEXT NOT NULL,
	changed_at TEXT NOT NULL,
	void TEXT,
	words TEXT,
	score BIGINT,
	may_publish TEXT,
	about TEXT,
	from_whom TEXT,
	as_printed TEXT,
	status TEXT,
	PRIMARY KEY (id)
);
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
INSERT INTO "help_requests" VALUES('R-5NF5-PTN0-Q','2026-11-23T10:00:00.007Z','web',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'Rita Resident 1','01632 960001',NULL,NULL,NULL,NULL,NULL,'phone_call','The dog is called Bess',NULL,NULL,NULL,NULL,NULL,NULL,'web','new',NULL,'bath_north',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "help_requests" VALUES('R-YWGZ-ZNBW-C','2026-11-23T10:00:00.035Z','web',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'Rita Resident 2','01632 960002',NULL,NULL,NULL,NULL,NULL,'phone_call','The dog is called Bess',NULL,NULL,NULL,NULL,NULL,NULL,'web','new',NULL,'bath_north',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "help_requests" VALUES('R-02V9-7D92-1','2026-11-23T10:00:00.084Z','web',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'Rita Resident 4','01632 960004',NULL,NULL,NULL,NULL,NULL,'phone_call','The dog is called Bess',NULL,NULL,NULL,NULL,NULL,NULL,'web','new',NULL,'bath_north',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "help_requests" VALUES('R-EYDV-QMX1-J','2026-11-23T10:00:00.119Z','web',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'Rita Resident 5','01632 960005',NULL,NULL,NULL,NULL,NULL,'phone_call','The dog is called Bess',NULL,NULL,NULL,NULL,NULL,NULL,'web','new',NULL,'bath_north',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "help_requests" VALUES('R-W0NB-CS6Z-N','2026-11-23T10:00:00.189Z','web',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'Rita Resident 8','01632 960008',NULL,NULL,NULL,NULL,NULL,'phone_call','The dog is called Bess',NULL,NULL,NULL,NULL,NULL,NULL,'web','new',NULL,'bath_north',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "help_requests" VALUES('R-S91Y-41CS-J','2026-11-23T10:00:00.287Z','web',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'Rita Resident 11','01632 960011',NULL,NULL,NULL,NULL,NULL,'phone_call','The dog is called Bess',NULL,NULL,NULL,NULL,NULL,NULL,'web','new',NULL,'bath_north',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "help_requests" VALUES('R-ZEYC-RMMB-4','2026-11-23T10:00:00.329Z','web',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'Rita Resident 12','01632 960012',NULL,NULL,NULL,NULL,NULL,'phone_call','The dog is called Bess',NULL,NULL,NULL,NULL,NULL,NULL,'web','new',NULL,'bath_north',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "help_requests" VALUES('R-KXVJ-DQYV-1','2026-11-23T10:00:00.385Z','web',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'Rita Resident 14','01632 960014',NULL,NULL,NULL,NULL,NULL,'phone_call','The dog is called Bess',NULL,NULL,NULL,NULL,NULL,NULL,'web','new',NULL,'bath_north',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "help_requests" VALUES('R-GQPR-9K3D-D','2026-11-23T10:00:00.420Z','web',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'Rita Resident 15','01632 960015',NULL,NULL,NULL,NULL,NULL,'dog_walk','The dog is called Bess',NULL,NULL,NULL,NULL,NULL,NULL,'web','new',NULL,'bath_north',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "help_requests" VALUES('R-FM2V-AGYK-Z','2026-11-23T10:00:00.476Z','web',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'Canary Casewell','01632 960777',NULL,NULL,NULL,NULL,'7 Canary Close','dog_walk','The dog is called Bess',NULL,NULL,NULL,'Canary on the stairs',NULL,NULL,'web','new',NULL,'bath_north',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
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
INSERT INTO "help_requests_now" VALUES('R-5NF5-PTN0-Q','2026-11-23T10:00:00.007Z','web','2026-11-23T10:00:00.014Z',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'Rita Resident 1','01632 960001',NULL,NULL,NULL,NULL,NULL,'phone_call','The dog is called Bess',NULL,NULL,NULL,NULL,NULL,NULL,'web','triaged',NULL,'bath_north','P-AV2D-T86W-T',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "help_requests_now" VALUES('R-YWGZ-ZNBW-C','2026-11-23T10:00:00.035Z','web','2026-11-23T10:00:00.042Z',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'Rita Resident 2','01632 960002',NULL,NULL,NULL,NULL,NULL,'phone_call','The dog is called Bess',NULL,NULL,NULL,NULL,NULL,NULL,'web','triaged',NULL,'bath_north','P-0ZVT-S9V3-5',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "help_requests_now" VALUES('R-02V9-7D92-1','2026-11-23T10:00:00.084Z','web','2026-11-23T10:00:00.091Z',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'Rita Resident 4','01632 960004',NULL,NULL,NULL,NULL,NULL,'phone_call','The dog is called Bess',NULL,NULL,NULL,NULL,NULL,NULL,'web','triaged',NULL,'bath_north','P-RFNX-THWF-3',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "help_requests_now" VALUES('R-EYDV-QMX1-J','2026-11-23T10:00:00.119Z','web','2026-11-23T10:00:00.126Z',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'Rita Resident 5','01632 960005',NULL,NULL,NULL,NULL,NULL,'phone_call','The dog is called Bess',NULL,NULL,NULL,NULL,NULL,NULL,'web','triaged',NULL,'bath_north','P-HJH3-KF8G-S',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "help_requests_now" VALUES('R-W0NB-CS6Z-N','2026-11-23T10:00:00.189Z','web','2026-11-23T10:00:00.196Z',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'Rita Resident 8','01632 960008',NULL,NULL,NULL,NULL,NULL,'phone_call','The dog is called Bess',NULL,NULL,NULL,NULL,NULL,NULL,'web','triaged',NULL,'bath_north','P-SP5B-FEKV-A',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "help_requests_now" VALUES('R-S91Y-41CS-J','2026-11-23T10:00:00.287Z','web','2026-11-23T10:00:00.315Z',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'Rita Resident 11','01632 960011',NULL,NULL,NULL,NULL,NULL,'phone_call','The dog is called Bess',NULL,NULL,NULL,NULL,NULL,NULL,'web','closed',NULL,'bath_north','P-A5EK-P2A5-9','referred_on',NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "help_requests_now" VALUES('R-ZEYC-RMMB-4','2026-11-23T10:00:00.329Z','web','2026-11-23T10:00:00.336Z',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'Rita Resident 12','01632 960012',NULL,NULL,NULL,NULL,NULL,'phone_call','The dog is called Bess',NULL,NULL,NULL,NULL,NULL,NULL,'web','triaged',NULL,'bath_north','P-K5PX-P27J-C',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "help_requests_now" VALUES('R-KXVJ-DQYV-1','2026-11-23T10:00:00.385Z','web','2026-11-23T10:00:00.392Z',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'Rita Resident 14','01632 960014',NULL,NULL,NULL,NULL,NULL,'phone_call','The dog is called Bess',NULL,NULL,NULL,NULL,NULL,NULL,'web','triaged',NULL,'bath_north','P-Q3DX-EFDR-H',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "help_requests_now" VALUES('R-GQPR-9K3D-D','2026-11-23T10:00:00.420Z','web','2026-11-23T10:00:00.427Z',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'Rita Resident 15','01632 960015',NULL,NULL,NULL,NULL,NULL,'dog_walk','The dog is called Bess',NULL,NULL,NULL,NULL,NULL,NULL,'web','triaged',NULL,'bath_north','P-FYFZ-N1G8-F',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "help_requests_now" VALUES('R-FM2V-AGYK-Z','2026-11-23T10:00:00.476Z','web','2026-11-23T10:00:00.483Z',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'Canary Casewell','01632 960777',NULL,NULL,NULL,NULL,'7 Canary Close','dog_walk','The dog is called Bess',NULL,NULL,NULL,'Canary on the stairs',NULL,NULL,'web','triaged',NULL,'bath_north','P-MGBY-SPK4-2',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
CREATE TABLE households (
	id TEXT NOT NULL,
	at TEXT NOT NULL,
	"by" TEXT NOT NULL,
	action TEXT,
	list_name TEXT,
	name TEXT,
	telephone TEXT,
	postcode TEXT,
	address TEXT,
	why TEXT,
	lawful_basis TEXT,
	delete_by TEXT,
	hub TEXT,
	status TEXT,
	tried BIGINT,
	tried_at TEXT,
	resident_id TEXT,
	PRIMARY KEY (id)
);
CREATE TABLE households_now (
	id TEXT NOT NULL,
	at TEXT NOT NULL,
	"by" TEXT NOT NULL,
	changed_at TEXT NOT NULL,
	void TEXT,
	list_name TEXT,
	name TEXT,
	telephone TEXT,
	postcode TEXT,
	address TEXT,
	why TEXT,
	lawful_basis TEXT,
	delete_by TEXT,
	hub TEXT,
	status TEXT,
	tried BIGINT,
	tried_at TEXT,
	resident_id TEXT,
	PRIMARY KEY (id)
);
CREATE TABLE jobs (
	kind TEXT NOT NULL,
	"key" TEXT NOT NULL,
	state TEXT NOT NULL,
	due TEXT NOT NULL,
	asked_at TEXT NOT NULL,
	tries INTEGER NOT NULL,
	action TEXT,
	withdrawn_by TEXT,
	again TEXT,
	last_error TEXT,
	failed_at TEXT,
	lease TEXT,
	leased_by TEXT,
	leased_at TEXT,
	lease_until TEXT,
	started_at TEXT,
	finished_at TEXT,
	PRIMARY KEY (kind, "key")
);
INSERT INTO "jobs" VALUES('send_message','D-15SB-1A5N-1','waiting','2026-11-23T10:00:00.135Z','2026-11-23T10:00:00.546Z',0,'offer-PDFWFRDHT73ZJJ0Z',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "jobs" VALUES('send_message','D-XTXG-NAP4-9','waiting','2026-11-23T10:01:00.155Z','2026-11-23T10:00:00.595Z',0,'tell_resident-50JC6KP9XZEMXN78',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "jobs" VALUES('send_message','D-7EJB-E03X-9','waiting','2026-11-23T12:01:00.165Z','2026-11-23T10:00:00.609Z',0,'send_message-MSEM594AFM59BVY1',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
CREATE TABLE kept_apart (
	concern_id TEXT NOT NULL,
	"table" TEXT NOT NULL,
	record_id TEXT NOT NULL,
	PRIMARY KEY (concern_id, "table", record_id)
);
CREATE TABLE loans (
	id TEXT NOT NULL,
	at TEXT NOT NULL,
	"by" TEXT NOT NULL,
	action TEXT,
	what TEXT,
	lent_on TEXT,
	back_by TEXT,
	resident_id TEXT,
	handed_by TEXT,
	hub TEXT,
	status TEXT,
	back_on TEXT,
	PRIMARY KEY (id)
);
CREATE TABLE loans_now (
	id TEXT NOT NULL,
	at TEXT NOT NULL,
	"by" TEXT NOT NULL,
	changed_at TEXT NOT NULL,
	void TEXT,
	what TEXT,
	lent_on TEXT,
	back_by TEXT,
	resident_id TEXT,
	handed_by TEXT,
	hub TEXT,
	status TEXT,
	back_on TEXT,
	PRIMARY KEY (id)
);
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
	ended_reason TEXT, answer_by TEXT, first_on TEXT, first_part TEXT, resident_told_at TEXT, proved_at TEXT,
	PRIMARY KEY (id)
);
INSERT INTO "matches" VALUES('M-718S-N4BZ-N','2026-11-23T10:00:00.231Z','matching',NULL,'N-T30T-D5F7-Q','V-STHG-R67W-W','proposed',10,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "matches" VALUES('M-FPW8-TBXK-4','2026-11-23T10:00:00.462Z','matching',NULL,'N-RGC2-60ZR-1','V-GWRZ-R89X-M','proposed',10,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "matches" VALUES('M-TMBD-VC8E-1','2026-11-23T10:00:00.518Z','matching',NULL,'N-4N8X-9R2M-9','V-9FF1-WC4W-Q','proposed',10,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
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
	ended_reason TEXT, answer_by TEXT, first_on TEXT, first_part TEXT, resident_told_at TEXT, proved_at TEXT,
	PRIMARY KEY (id)
);
INSERT INTO "matches_now" VALUES('M-718S-N4BZ-N','2026-11-23T10:00:00.231Z','matching','2026-11-23T10:00:00.252Z',NULL,'N-T30T-D5F7-Q','V-STHG-R67W-W','active',10,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'2026-11-23T10:00:00.060Z',NULL);
INSERT INTO "matches_now" VALUES('M-FPW8-TBXK-4','2026-11-23T10:00:00.462Z','matching','2026-11-23T10:00:00.469Z',NULL,'N-RGC2-60ZR-1','V-GWRZ-R89X-M','approved',10,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "matches_now" VALUES('M-TMBD-VC8E-1','2026-11-23T10:00:00.518Z','matching','2026-11-23T10:00:00.609Z',NULL,'N-4N8X-9R2M-9','V-9FF1-WC4W-Q','active',10,NULL,NULL,NULL,NULL,NULL,'2026-11-25T17:00:00.000Z',NULL,NULL,'2026-11-23T10:01:00.165Z',NULL);
CREATE TABLE messages (
	id TEXT NOT NULL,
	at TEXT NOT NULL,
	"by" TEXT NOT NULL,
	action TEXT,
	about TEXT,
	to_whom TEXT,
	kind TEXT,
	way TEXT,
	status TEXT,
	not_before TEXT,
	answer_by TEXT,
	sent_at TEXT,
	problem TEXT,
	PRIMARY KEY (id)
);
INSERT INTO "messages" VALUES('D-15SB-1A5N-1','2026-11-23T10:00:00.546Z','Cora Coordinator','offer-PDFWFRDHT73ZJJ0Z','M-TMBD-VC8E-1','V-9FF1-WC4W-Q','offer','email','queued','2026-11-23T10:00:00.135Z','2026-11-25T17:00:00.000Z',NULL,NULL);
INSERT INTO "messages" VALUES('D-XTXG-NAP4-9','2026-11-23T10:00:00.595Z','Cora Coordinator','tell_resident-50JC6KP9XZEMXN78','M-TMBD-VC8E-1','P-MGBY-SPK4-2','who_comes','text','queued','2026-11-23T10:01:00.155Z',NULL,NULL,NULL);
INSERT INTO "messages" VALUES('D-7EJB-E03X-9','2026-11-23T10:00:00.609Z','messages','send_message-MSEM594AFM59BVY1','M-TMBD-VC8E-1','V-9FF1-WC4W-Q','resident_knows','email','queued','2026-11-23T12:01:00.165Z',NULL,NULL,NULL);
CREATE TABLE messages_now (
	id TEXT NOT NULL,
	at TEXT NOT NULL,
	"by" TEXT NOT NULL,
	changed_at TEXT NOT NULL,
	void TEXT,
	about TEXT,
	to_whom TEXT,
	kind TEXT,
	way TEXT,
	status TEXT,
	not_before TEXT,
	answer_by TEXT,
	sent_at TEXT,
	problem TEXT,
	PRIMARY KEY (id)
);
INSERT INTO "messages_now" VALUES('D-15SB-1A5N-1','2026-11-23T10:00:00.546Z','Cora Coordinator','2026-11-23T10:00:00.560Z',NULL,'M-TMBD-VC8E-1','V-9FF1-WC4W-Q','offer','email','sent','2026-11-23T10:00:00.135Z','2026-11-25T17:00:00.000Z','2026-11-23T10:00:00.145Z',NULL);
INSERT INTO "messages_now" VALUES('D-XTXG-NAP4-9','2026-11-23T10:00:00.595Z','Cora Coordinator','2026-11-23T10:00:00.609Z',NULL,'M-TMBD-VC8E-1','P-MGBY-SPK4-2','who_comes','text','sent','2026-11-23T10:01:00.155Z',NULL,'2026-11-23T10:01:00.165Z',NULL);
INSERT INTO "messages_now" VALUES('D-7EJB-E03X-9','2026-11-23T10:00:00.609Z','messages','2026-11-23T10:00:00.609Z',NULL,'M-TMBD-VC8E-1','V-9FF1-WC4W-Q','resident_knows','email','queued','2026-11-23T12:01:00.165Z',NULL,NULL,NULL);
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
INSERT INTO "needs" VALUES('N-B19Z-3MBD-T','2026-11-23T10:00:00.014Z','Dilys Director','triage-1ZDFVCAQPJN1Y43X','R-5NF5-PTN0-Q','P-AV2D-T86W-T','phone_call',NULL,'this_week',NULL,'weekly',1,NULL,'bath_north',NULL,NULL,NULL,'2026-11-23T10:00:00.007Z',NULL,'open',NULL,NULL);
INSERT INTO "needs" VALUES('N-9H2S-BHY3-D','2026-11-23T10:00:00.042Z','Dilys Director','triage-Q5EGT3ACWAQ2NHET','R-YWGZ-ZNBW-C','P-0ZVT-S9V3-5','phone_call',NULL,'this_week',NULL,'weekly',1,NULL,'bath_north',NULL,NULL,NULL,'2026-11-23T10:00:00.035Z',NULL,'open',NULL,NULL);
INSERT INTO "needs" VALUES('N-GEA4-B35T-Q','2026-11-23T10:00:00.091Z','Dilys Director','triage-WP21T4S8S4BJ97DT','R-02V9-7D92-1','P-RFNX-THWF-3','phone_call',NULL,'this_week',NULL,'weekly',1,NULL,'bath_north',NULL,NULL,NULL,'2026-11-23T10:00:00.084Z',NULL,'open',NULL,NULL);
INSERT INTO "needs" VALUES('N-1R29-62RR-7','2026-11-23T10:00:00.126Z','Dilys Director','triage-S77Z39VPJW7WB7SQ','R-EYDV-QMX1-J','P-HJH3-KF8G-S','phone_call',NULL,'this_week',NULL,'weekly',1,NULL,'bath_north',NULL,NULL,NULL,'2026-11-23T10:00:00.119Z',NULL,'open',NULL,NULL);
INSERT INTO "needs" VALUES('N-T30T-D5F7-Q','2026-11-23T10:00:00.196Z','Dilys Director','triage-BYPT3RD343KRJHX4','R-W0NB-CS6Z-N','P-SP5B-FEKV-A','phone_call',NULL,'this_week',NULL,'weekly',1,NULL,'bath_north',NULL,NULL,NULL,'2026-11-23T10:00:00.189Z',NULL,'open',NULL,NULL);
INSERT INTO "needs" VALUES('N-E4J3-A8QJ-W','2026-11-23T10:00:00.294Z','Dilys Director','triage-T857W9T2YATGVEHW','R-S91Y-41CS-J','P-A5EK-P2A5-9','phone_call',NULL,'this_week',NULL,'weekly',1,NULL,'bath_north',NULL,NULL,NULL,'2026-11-23T10:00:00.287Z',NULL,'open',NULL,NULL);
INSERT INTO "needs" VALUES('N-7CSM-1Y48-D','2026-11-23T10:00:00.336Z','Dilys Director','triage-C3Q2DWX8FTN3YJ41','R-ZEYC-RMMB-4','P-K5PX-P27J-C','phone_call',NULL,'this_week',NULL,'weekly',1,NULL,'bath_north',NULL,NULL,NULL,'2026-11-23T10:00:00.329Z',NULL,'open',NULL,NULL);
INSERT INTO "needs" VALUES('N-VSKV-SJ3G-6','2026-11-23T10:00:00.392Z','Dilys Director','triage-5QT8M3HK5EQNABEK','R-KXVJ-DQYV-1','P-Q3DX-EFDR-H','phone_call',NULL,'this_week',NULL,'weekly',1,NULL,'bath_north',NULL,NULL,NULL,'2026-11-23T10:00:00.385Z',NULL,'open',NULL,NULL);
INSERT INTO "needs" VALUES('N-RGC2-60ZR-1','2026-11-23T10:00:00.427Z','Dilys Director','triage-41MFHAT6V8WD6XSA','R-GQPR-9K3D-D','P-FYFZ-N1G8-F','dog_walk',NULL,'this_week',NULL,'once',1,NULL,'bath_north',NULL,NULL,NULL,'2026-11-23T10:00:00.420Z',NULL,'open',NULL,NULL);
INSERT INTO "needs" VALUES('N-4N8X-9R2M-9','2026-11-23T10:00:00.483Z','Dilys Director','triage-BSJAR79SN0EPRHFS','R-FM2V-AGYK-Z','P-MGBY-SPK4-2','dog_walk',NULL,'this_week',NULL,'once',1,NULL,'bath_north',NULL,NULL,NULL,'2026-11-23T10:00:00.476Z',NULL,'open',NULL,NULL);
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
INSERT INTO "needs_now" VALUES('N-B19Z-3MBD-T','2026-11-23T10:00:00.014Z','Dilys Director','2026-11-23T10:00:00.028Z',NULL,'R-5NF5-PTN0-Q','P-AV2D-T86W-T','phone_call',NULL,'this_week',NULL,'weekly',1,NULL,'bath_north',374000.0,165500.0,NULL,'2026-11-23T10:00:00.007Z',NULL,'open',NULL,NULL);
INSERT INTO "needs_now" VALUES('N-9H2S-BHY3-D','2026-11-23T10:00:00.042Z','Dilys Director','2026-11-23T10:02:00.298Z',NULL,'R-YWGZ-ZNBW-C','P-0ZVT-S9V3-5','phone_call',NULL,'this_week',NULL,'weekly',1,NULL,'bath_north',374000.0,165500.0,NULL,'2026-11-23T10:00:00.035Z','2026-12-02T09:00:00.000Z','open',NULL,NULL);
INSERT INTO "needs_now" VALUES('N-GEA4-B35T-Q','2026-11-23T10:00:00.091Z','Dilys Director','2026-11-23T10:00:00.105Z',NULL,'R-02V9-7D92-1','P-RFNX-THWF-3','phone_call',NULL,'this_week',NULL,'weekly',1,NULL,'bath_north',374000.0,165500.0,NULL,'2026-11-23T10:00:00.084Z',NULL,'open',NULL,NULL);
INSERT INTO "needs_now" VALUES('N-1R29-62RR-7','2026-11-23T10:00:00.126Z','Dilys Director','2026-11-23T10:00:00.140Z',NULL,'R-EYDV-QMX1-J','P-HJH3-KF8G-S','phone_call',NULL,'this_week',NULL,'weekly',1,NULL,'bath_north',374000.0,165500.0,NULL,'2026-11-23T10:00:00.119Z',NULL,'open',NULL,NULL);
INSERT INTO "needs_now" VALUES('N-T30T-D5F7-Q','2026-11-23T10:00:00.196Z','Dilys Director','2026-11-23T10:00:00.210Z',NULL,'R-W0NB-CS6Z-N','P-SP5B-FEKV-A','phone_call',NULL,'this_week',NULL,'weekly',1,NULL,'bath_north',374000.0,165500.0,NULL,'2026-11-23T10:00:00.189Z',NULL,'open',NULL,NULL);
INSERT INTO "needs_now" VALUES('N-E4J3-A8QJ-W','2026-11-23T10:00:00.294Z','Dilys Director','2026-11-23T10:00:00.315Z',NULL,'R-S91Y-41CS-J','P-A5EK-P2A5-9','phone_call',NULL,'this_week',NULL,'weekly',1,NULL,'bath_north',374000.0,165500.0,NULL,'2026-11-23T10:00:00.287Z',NULL,'closed','referred_on',NULL);
INSERT INTO "needs_now" VALUES('N-7CSM-1Y48-D','2026-11-23T10:00:00.336Z','Dilys Director','2026-11-23T10:00:00.350Z',NULL,'R-ZEYC-RMMB-4','P-K5PX-P27J-C','phone_call',NULL,'this_week',NULL,'weekly',1,NULL,'bath_north',374000.0,165500.0,NULL,'2026-11-23T10:00:00.329Z',NULL,'open',NULL,NULL);
INSERT INTO "needs_now" VALUES('N-VSKV-SJ3G-6','2026-11-23T10:00:00.392Z','Dilys Director','2026-11-23T10:00:00.406Z',NULL,'R-KXVJ-DQYV-1','P-Q3DX-EFDR-H','phone_call',NULL,'this_week',NULL,'weekly',1,NULL,'bath_north',374000.0,165500.0,NULL,'2026-11-23T10:00:00.385Z',NULL,'open',NULL,NULL);
INSERT INTO "needs_now" VALUES('N-RGC2-60ZR-1','2026-11-23T10:00:00.427Z','Dilys Director','2026-11-23T10:00:00.441Z',NULL,'R-GQPR-9K3D-D','P-FYFZ-N1G8-F','dog_walk',NULL,'this_week',NULL,'once',1,NULL,'bath_north',374000.0,165500.0,NULL,'2026-11-23T10:00:00.420Z',NULL,'open',NULL,NULL);
INSERT INTO "needs_now" VALUES('N-4N8X-9R2M-9','2026-11-23T10:00:00.483Z','Dilys Director','2026-11-23T10:00:00.497Z',NULL,'R-FM2V-AGYK-Z','P-MGBY-SPK4-2','dog_walk',NULL,'this_week',NULL,'once',1,NULL,'bath_north',374000.0,165500.0,NULL,'2026-11-23T10:00:00.476Z',NULL,'open',NULL,NULL);
CREATE TABLE opportunities (
	id TEXT NOT NULL,
	at TEXT NOT NULL,
	"by" TEXT NOT NULL,
	action TEXT,
	name TEXT,
	what TEXT,
	place TEXT,
	times TEXT,
	slots TEXT,
	min_age BIGINT,
	min_dbs TEXT,
	expenses TEXT,
	support TEXT,
	ends_on TEXT,
	contact_name TEXT,
	telephone TEXT,
	email TEXT,
	postcode TEXT,
	extra TEXT,
	organisation_id TEXT,
	hub TEXT,
	status TEXT,
	flags TEXT,
	checked_on TEXT,
	notes TEXT,
	PRIMARY KEY (id)
);
CREATE TABLE opportunities_now (
	id TEXT NOT NULL,
	at TEXT NOT NULL,
	"by" TEXT NOT NULL,
	changed_at TEXT NOT NULL,
	void TEXT,
	name TEXT,
	what TEXT,
	place TEXT,
	times TEXT,
	slots TEXT,
	min_age BIGINT,
	min_dbs TEXT,
	expenses TEXT,
	support TEXT,
	ends_on TEXT,
	contact_name TEXT,
	telephone TEXT,
	email TEXT,
	postcode TEXT,
	extra TEXT,
	organisation_id TEXT,
	hub TEXT,
	status TEXT,
	flags TEXT,
	checked_on TEXT,
	notes TEXT,
	PRIMARY KEY (id)
);
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
CREATE TABLE pairs (
	id TEXT NOT NULL,
	at TEXT NOT NULL,
	"by" TEXT NOT NULL,
	action TEXT,
	resident_id TEXT,
	volunteer_id TEXT,
	since TEXT,
	next_check TEXT, ends_on TEXT, cover_id TEXT,
	PRIMARY KEY (id)
);
INSERT INTO "pairs" VALUES('J-SQ25-MR0Q-R','2026-11-23T10:00:00.259Z','Dilys Director','done-DECGVHMBVYS6X0WJ','P-SP5B-FEKV-A','V-STHG-R67W-W','2026-11-23','2026-12-21',NULL,NULL);
CREATE TABLE pairs_now (
	id TEXT NOT NULL,
	at TEXT NOT NULL,
	"by" TEXT NOT NULL,
	changed_at TEXT NOT NULL,
	void TEXT,
	resident_id TEXT,
	volunteer_id TEXT,
	since TEXT,
	next_check TEXT, ends_on TEXT, cover_id TEXT,
	PRIMARY KEY (id)
);
INSERT INTO "pairs_now" VALUES('J-SQ25-MR0Q-R','2026-11-23T10:00:00.259Z','Dilys Director','2026-11-23T10:00:00.280Z',NULL,'P-SP5B-FEKV-A','V-STHG-R67W-W','2026-11-23','2026-12-21',NULL,'V-Z6C2-TZNZ-R');
CREATE TABLE payments (
	id TEXT NOT NULL,
	at TEXT NOT NULL,
	"by" TEXT NOT NULL,
	action TEXT,
	kind TEXT,
	"on" TEXT,
	what TEXT,
	pence BIGINT,
	miles DOUBLE,
	volunteer_id TEXT,
	resident_id TEXT,
	visit_id TEXT,
	hub TEXT,
	status TEXT,
	receipt_seen_on TEXT,
	settled_on TEXT,
	PRIMARY KEY (id)
);
CREATE TABLE payments_now (
	id TEXT NOT NULL,
	at TEXT NOT NULL,
	"by" TEXT NOT NULL,
	changed_at TEXT NOT NULL,
	void TEXT,
	kind TEXT,
	"on" TEXT,
	what TEXT,
	pence BIGINT,
	miles DOUBLE,
	volunteer_id TEXT,
	resident_id TEXT,
	visit_id TEXT,
	hub TEXT,
	status TEXT,
	receipt_seen_on TEXT,
	settled_on TEXT,
	PRIMARY KEY (id)
);
CREATE TABLE program_memory (
	name TEXT NOT NULL,
	value TEXT NOT NULL,
	PRIMARY KEY (name)
);
CREATE TABLE reads (
	id TEXT NOT NULL,
	record_id TEXT NOT NULL,
	what TEXT NOT NULL,
	at TEXT NOT NULL,
	"by" TEXT NOT NULL,
	PRIMARY KEY (id)
);
CREATE TABLE referrals (
	id TEXT NOT NULL,
	at TEXT NOT NULL,
	"by" TEXT NOT NULL,
	action TEXT,
	kind TEXT,
	direction TEXT,
	resident_id TEXT,
	request_id TEXT,
	service_id TEXT,
	service TEXT,
	what TEXT,
	agreed TEXT,
	pence_asked BIGINT,
	pence_given BIGINT,
	given_by TEXT,
	hub TEXT,
	status TEXT,
	chase_on TEXT,
	outcome TEXT, acknowledged_by TEXT, acknowledged_on TEXT,
	PRIMARY KEY (id)
);
INSERT INTO "referrals" VALUES('F-DBC0-83TG-8','2026-11-23T10:00:00.315Z','Cora Coordinator','unable-WR9Q9Q1HZB1F82V1','service','out','P-A5EK-P2A5-9','R-S91Y-41CS-J',NULL,'Care and Repair','We do not fit rails','On the telephone',NULL,NULL,NULL,'bath_north','sent','2026-11-30',NULL,NULL,NULL);
CREATE TABLE referrals_now (
	id TEXT NOT NULL,
	at TEXT NOT NULL,
	"by" TEXT NOT NULL,
	changed_at TEXT NOT NULL,
	void TEXT,
	kind TEXT,
	direction TEXT,
	resident_id TEXT,
	request_id TEXT,
	service_id TEXT,
	service TEXT,
	what TEXT,
	agreed TEXT,
	pence_asked BIGINT,
	pence_given BIGINT,
	given_by TEXT,
	hub TEXT,
	status TEXT,
	chase_on TEXT,
	outcome TEXT, acknowledged_by TEXT, acknowledged_on TEXT,
	PRIMARY KEY (id)
);
INSERT INTO "referrals_now" VALUES('F-DBC0-83TG-8','2026-11-23T10:00:00.315Z','Cora Coordinator','2026-11-23T10:00:00.322Z',NULL,'service','out','P-A5EK-P2A5-9','R-S91Y-41CS-J',NULL,'Care and Repair','We do not fit rails','On the telephone',NULL,NULL,NULL,'bath_north','acknowledged',NULL,NULL,'Jo at the desk','2026-11-23');
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
	notes TEXT, not_safe TEXT, safe_when TEXT, say_instead TEXT, stopped TEXT, unreached TEXT, protected_address TEXT, door_word TEXT, hazards TEXT, emergency_name TEXT, emergency_telephone TEXT, died_on TEXT, moved_on TEXT, away_at TEXT, away_until TEXT, animals TEXT, at_risk_in TEXT, talks_through TEXT, interpreter TEXT, limits TEXT, lives_with TEXT, cares_for TEXT, staff TEXT, organisation_id TEXT,
	PRIMARY KEY (id)
);
INSERT INTO "residents" VALUES('P-AV2D-T86W-T','2026-11-23T10:00:00.014Z','Dilys Director','triage-1ZDFVCAQPJN1Y43X','Rita Resident 1','01632 960001',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'bath_north',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "residents" VALUES('P-0ZVT-S9V3-5','2026-11-23T10:00:00.042Z','Dilys Director','triage-Q5EGT3ACWAQ2NHET','Rita Resident 2','01632 960002',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'bath_north',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "residents" VALUES('P-RFNX-THWF-3','2026-11-23T10:00:00.091Z','Dilys Director','triage-WP21T4S8S4BJ97DT','Rita Resident 4','01632 960004',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'bath_north',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "residents" VALUES('P-HJH3-KF8G-S','2026-11-23T10:00:00.126Z','Dilys Director','triage-S77Z39VPJW7WB7SQ','Rita Resident 5','01632 960005',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'bath_north',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "residents" VALUES('P-SP5B-FEKV-A','2026-11-23T10:00:00.196Z','Dilys Director','triage-BYPT3RD343KRJHX4','Rita Resident 8','01632 960008',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'bath_north',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "residents" VALUES('P-A5EK-P2A5-9','2026-11-23T10:00:00.294Z','Dilys Director','triage-T857W9T2YATGVEHW','Rita Resident 11','01632 960011',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'bath_north',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "residents" VALUES('P-K5PX-P27J-C','2026-11-23T10:00:00.336Z','Dilys Director','triage-C3Q2DWX8FTN3YJ41','Rita Resident 12','01632 960012',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'bath_north',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "residents" VALUES('P-Q3DX-EFDR-H','2026-11-23T10:00:00.392Z','Dilys Director','triage-5QT8M3HK5EQNABEK','Rita Resident 14','01632 960014',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'bath_north',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "residents" VALUES('P-FYFZ-N1G8-F','2026-11-23T10:00:00.427Z','Dilys Director','triage-41MFHAT6V8WD6XSA','Rita Resident 15','01632 960015',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'bath_north',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "residents" VALUES('P-MGBY-SPK4-2','2026-11-23T10:00:00.483Z','Dilys Director','triage-BSJAR79SN0EPRHFS','Canary Casewell','01632 960777',NULL,NULL,NULL,NULL,'7 Canary Close',NULL,'Canary on the stairs',NULL,'bath_north',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
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
	notes TEXT, not_safe TEXT, safe_when TEXT, say_instead TEXT, stopped TEXT, unreached TEXT, protected_address TEXT, door_word TEXT, hazards TEXT, emergency_name TEXT, emergency_telephone TEXT, died_on TEXT, moved_on TEXT, away_at TEXT, away_until TEXT, animals TEXT, at_risk_in TEXT, talks_through TEXT, interpreter TEXT, limits TEXT, lives_with TEXT, cares_for TEXT, staff TEXT, organisation_id TEXT,
	PRIMARY KEY (id)
);
INSERT INTO "residents_now" VALUES('P-AV2D-T86W-T','2026-11-23T10:00:00.014Z','Dilys Director','2026-11-23T10:00:00.063Z',NULL,'Rita Resident 1','01632 960001',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'bath_north',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'P-0ZVT-S9V3-5','P-0ZVT-S9V3-5',NULL,NULL);
INSERT INTO "residents_now" VALUES('P-0ZVT-S9V3-5','2026-11-23T10:00:00.042Z','Dilys Director','2026-11-23T10:02:00.298Z',NULL,'Rita Resident 2','01632 960 123',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'bath_north',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'2026-12-02',NULL,NULL,NULL,NULL,NULL,'P-AV2D-T86W-T',NULL,NULL,NULL);
INSERT INTO "residents_now" VALUES('P-RFNX-THWF-3','2026-11-23T10:00:00.091Z','Dilys Director','2026-11-23T10:00:00.091Z',NULL,'Rita Resident 4','01632 960004',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'bath_north',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "residents_now" VALUES('P-HJH3-KF8G-S','2026-11-23T10:00:00.126Z','Dilys Director','2026-11-23T10:00:00.147Z',NULL,'Rita Resident 5','01632 960005',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'bath_north',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'heat; snow',NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "residents_now" VALUES('P-SP5B-FEKV-A','2026-11-23T10:00:00.196Z','Dilys Director','2026-11-23T10:00:00.196Z',NULL,'Rita Resident 8','01632 960008',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'bath_north',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "residents_now" VALUES('P-A5EK-P2A5-9','2026-11-23T10:00:00.294Z','Dilys Director','2026-11-23T10:00:00.294Z',NULL,'Rita Resident 11','01632 960011',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'bath_north',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "residents_now" VALUES('P-K5PX-P27J-C','2026-11-23T10:00:00.336Z','Dilys Director','2026-11-23T10:00:00.336Z',NULL,'Rita Resident 12','01632 960012',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'bath_north',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "residents_now" VALUES('P-Q3DX-EFDR-H','2026-11-23T10:00:00.392Z','Dilys Director','2026-11-23T10:00:00.392Z',NULL,'Rita Resident 14','01632 960014',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'bath_north',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "residents_now" VALUES('P-FYFZ-N1G8-F','2026-11-23T10:00:00.427Z','Dilys Director','2026-11-23T10:00:00.427Z',NULL,'Rita Resident 15','01632 960015',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'bath_north',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "residents_now" VALUES('P-MGBY-SPK4-2','2026-11-23T10:00:00.483Z','Dilys Director','2026-11-23T10:00:00.588Z',NULL,'Canary Casewell','07700 900456',NULL,NULL,NULL,'BA1 5AW','1 High Street',NULL,'Canary on the stairs',NULL,'bath_north',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
CREATE TABLE services (
	id TEXT NOT NULL,
	at TEXT NOT NULL,
	"by" TEXT NOT NULL,
	action TEXT,
	name TEXT,
	kind TEXT,
	what TEXT,
	times TEXT,
	cost TEXT,
	access TEXT,
	website TEXT,
	public_telephone TEXT,
	public_email TEXT,
	place TEXT,
	languages TEXT,
	postcode TEXT,
	contact_name TEXT,
	telephone TEXT,
	email TEXT,
	extra TEXT,
	organisation_id TEXT,
	hub TEXT,
	status TEXT,
	flags TEXT,
	checked_on TEXT,
	notes TEXT,
	PRIMARY KEY (id)
);
CREATE TABLE services_now (
	id TEXT NOT NULL,
	at TEXT NOT NULL,
	"by" TEXT NOT NULL,
	changed_at TEXT NOT NULL,
	void TEXT,
	name TEXT,
	kind TEXT,
	what TEXT,
	times TEXT,
	cost TEXT,
	access TEXT,
	website TEXT,
	public_telephone TEXT,
	public_email TEXT,
	place TEXT,
	languages TEXT,
	postcode TEXT,
	contact_name TEXT,
	telephone TEXT,
	email TEXT,
	extra TEXT,
	organisation_id TEXT,
	hub TEXT,
	status TEXT,
	flags TEXT,
	checked_on TEXT,
	notes TEXT,
	PRIMARY KEY (id)
);
CREATE TABLE sessions (
	id TEXT NOT NULL,
	at TEXT NOT NULL,
	"by" TEXT NOT NULL,
	action TEXT,
	name TEXT,
	kind TEXT,
	what TEXT,
	starts_at TEXT,
	minutes BIGINT,
	place TEXT,
	online TEXT,
	places BIGINT,
	gives TEXT,
	cost TEXT,
	led_by TEXT,
	joining TEXT,
	hub TEXT,
	status TEXT,
	notes TEXT,
	PRIMARY KEY (id)
);
CREATE TABLE sessions_now (
	id TEXT NOT NULL,
	at TEXT NOT NULL,
	"by" TEXT NOT NULL,
	changed_at TEXT NOT NULL,
	void TEXT,
	name TEXT,
	kind TEXT,
	what TEXT,
	starts_at TEXT,
	minutes BIGINT,
	place TEXT,
	online TEXT,
	places BIGINT,
	gives TEXT,
	cost TEXT,
	led_by TEXT,
	joining TEXT,
	hub TEXT,
	status TEXT,
	notes TEXT,
	PRIMARY KEY (id)
);
CREATE TABLE sheet_memory (
	kind TEXT NOT NULL,
	"key" TEXT NOT NULL,
	value TEXT,
	PRIMARY KEY (kind, "key")
);
INSERT INTO "sheet_memory" VALUES('guard','sheet','12waQgZyTel6gSwnQ6-z5Tu5reGbn69e3QzjAuZ0qAf3');
INSERT INTO "sheet_memory" VALUES('guard','number','3');
INSERT INTO "sheet_memory" VALUES('last','at','2026-11-23T10:02:00.361Z');
INSERT INTO "sheet_memory" VALUES('whole','at','2026-11-23T10:02:00.361Z');
CREATE TABLE sheet_read (
	tab TEXT NOT NULL,
	id TEXT NOT NULL,
	missing_since TEXT,
	left_out TEXT,
	PRIMARY KEY (tab, id)
);
INSERT INTO "sheet_read" VALUES('changes','Z-09Q3AP6SXQ8MV6B9',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-0EP4HGFR9CTCE20R',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-0H0PSA3ZMG6MVD1J',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-10ATBH9PCBTSRPQH',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-1Q0EMC8WSK4CH7XM',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-3G86B3K7B908BAR7',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-3RV0D65JXH8449C9',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-3ZE2PN3QC1G4T7ZT',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-49RHCVTTM2FDWA39',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-6NC29Z9AHQZJPVEC',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-6X92EX0M70FYHY92',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-75CS8R28V1DWD7HY',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-76DA7Z2CE770ADKW',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-7ACQBQGNNBBCP8MY',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-7CVCR8KV6RJZGZJK',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-7EQ7HXH2NRWJWNKE',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-7GT8TD6NXZ9PRQBA',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-853ET8STNESEW20Q',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-8EWSH2SR59VNF6JW',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-8PFE49PGS8Q1B9Y8',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-8R8TWN6CCBK6MX52',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-916HNM70M19VYNGX',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-93CWSW5HEST4TZ2A',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-94HJWKWBJFBCPC33',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-9WKDHTNE1J5JK6V8',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-A6HP8GB44VP5AX9D',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-AGJPTE8WTE0F7CEM',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-AK397Q7MK36FC5TD',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-C4PQ2P3T4NSCB93T',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-CEJVAY4S715F2FR1',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-CZ3F3GH5XR90K1W2',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-DHYMGQTRRZFQEZWD',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-DMG6SXWSPVGRK0FT',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-DS07D9DD7JM3959W',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-EA24RMQP5G6M3YW6',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-EFRDEKZTRB8R1Y8Z',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-ES46MGNHNDFWGCGS',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-EVMND6Q4SJAQSHKH',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-FJ25E3VZZMEH687E',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-FRFX7KXYYH4N9HBY',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-FWJ776BKK2G4YTNC',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-G8798932TYRBQH81',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-GDGQJZZBZHVMSJSD',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-H8NBN4YMES87WXMM',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-J37CD4R7SCH796VR',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-JHZK06R06YR845KM',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-MAJGMHZBMPPD0ZTH',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-NB1EZTW886DFRR64',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-NTBE15CMCFS03ATG',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-PYGCDCTZ00SE3JCE',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-QAKQRMZTTAHF27K8',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-QM6ACZRQE8QBE1SQ',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-QSQPF91YGX35F8CM',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-QV3QMM135JKAVHDE',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-QX8ETWA3TH4YQX1Y',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-R2XWKS9NHFJDBPA8',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-REA1X1845FKA86V1',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-RR3TRGG92BYA1A5E',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-RY57NZV2DHJRZGSG',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-SMHMJPYRG86SPEM8',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-SMK6NVHGGN5AWFB8',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-TDGQ1AZ75Y5T1BTH',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-TGWVBW55EM44AVZ0',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-TM15WJKVYXCKYA5A',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-TQT43JFRHPBEPK5G',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-TXTSJAKJ2ZNCNQ5V',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-V26ZDWBHH0187XWC',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-VARV5TY3GJD50EGA',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-VG3TFY4G9C39P9XE',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-VGY6XK6CVED8G7JT',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-VNW7XANFVAGDCQXZ',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-VZ6QMYR9NED47NG5',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-WVTZPBQX21XR9QE1',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-WWFVBTND3J7FE8KB',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-XM9EF1KD6RP4WG0H',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-YD6P2QDBNCNG29R7',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-YM6GVV5RJXDYSZ64',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-Z2M94ES59CH1CP1S',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-ZTZQDMD4AXEGRSA0',NULL,NULL);
INSERT INTO "sheet_read" VALUES('checks','K-75JW-TDG7-J',NULL,NULL);
INSERT INTO "sheet_read" VALUES('checks','K-7ANG-WCC5-5',NULL,NULL);
INSERT INTO "sheet_read" VALUES('checks','K-9BKF-WHZE-P',NULL,NULL);
INSERT INTO "sheet_read" VALUES('checks','K-A5KG-BB0T-2',NULL,NULL);
INSERT INTO "sheet_read" VALUES('checks','K-ANZT-PW3J-0',NULL,NULL);
INSERT INTO "sheet_read" VALUES('checks','K-FBJ0-Q6EX-X',NULL,NULL);
INSERT INTO "sheet_read" VALUES('checks','K-RTJ4-VXH2-E',NULL,NULL);
INSERT INTO "sheet_read" VALUES('checks','K-TRAR-B97X-V',NULL,NULL);
INSERT INTO "sheet_read" VALUES('contacts','C-0BME-TBNZ-P',NULL,NULL);
INSERT INTO "sheet_read" VALUES('contacts','C-3VV3-00KG-H',NULL,NULL);
INSERT INTO "sheet_read" VALUES('contacts','C-5CHP-VAWN-F',NULL,NULL);
INSERT INTO "sheet_read" VALUES('contacts','C-6MGP-XAWT-J',NULL,NULL);
INSERT INTO "sheet_read" VALUES('contacts','C-79RX-X1H4-W',NULL,NULL);
INSERT INTO "sheet_read" VALUES('contacts','C-7Y1P-0AWM-N',NULL,NULL);
INSERT INTO "sheet_read" VALUES('contacts','C-ENK3-TVMZ-A',NULL,NULL);
INSERT INTO "sheet_read" VALUES('contacts','C-HK44-TPXK-H',NULL,NULL);
INSERT INTO "sheet_read" VALUES('contacts','C-JVCP-D0PW-2',NULL,NULL);
INSERT INTO "sheet_read" VALUES('contacts','C-RPKT-NY9V-1',NULL,NULL);
INSERT INTO "sheet_read" VALUES('help_requests','R-02V9-7D92-1',NULL,NULL);
INSERT INTO "sheet_read" VALUES('help_requests','R-5NF5-PTN0-Q',NULL,NULL);
INSERT INTO "sheet_read" VALUES('help_requests','R-EYDV-QMX1-J',NULL,NULL);
INSERT INTO "sheet_read" VALUES('help_requests','R-FM2V-AGYK-Z',NULL,NULL);
INSERT INTO "sheet_read" VALUES('help_requests','R-GQPR-9K3D-D',NULL,NULL);
INSERT INTO "sheet_read" VALUES('help_requests','R-KXVJ-DQYV-1',NULL,NULL);
INSERT INTO "sheet_read" VALUES('help_requests','R-S91Y-41CS-J',NULL,NULL);
INSERT INTO "sheet_read" VALUES('help_requests','R-W0NB-CS6Z-N',NULL,NULL);
INSERT INTO "sheet_read" VALUES('help_requests','R-YWGZ-ZNBW-C',NULL,NULL);
INSERT INTO "sheet_read" VALUES('help_requests','R-ZEYC-RMMB-4',NULL,NULL);
INSERT INTO "sheet_read" VALUES('matches','M-718S-N4BZ-N',NULL,NULL);
INSERT INTO "sheet_read" VALUES('matches','M-FPW8-TBXK-4',NULL,NULL);
INSERT INTO "sheet_read" VALUES('matches','M-TMBD-VC8E-1',NULL,NULL);
INSERT INTO "sheet_read" VALUES('messages','D-15SB-1A5N-1',NULL,NULL);
INSERT INTO "sheet_read" VALUES('messages','D-7EJB-E03X-9',NULL,NULL);
INSERT INTO "sheet_read" VALUES('messages','D-XTXG-NAP4-9',NULL,NULL);
INSERT INTO "sheet_read" VALUES('needs','N-1R29-62RR-7',NULL,NULL);
INSERT INTO "sheet_read" VALUES('needs','N-4N8X-9R2M-9',NULL,NULL);
INSERT INTO "sheet_read" VALUES('needs','N-7CSM-1Y48-D',NULL,NULL);
INSERT INTO "sheet_read" VALUES('needs','N-9H2S-BHY3-D',NULL,NULL);
INSERT INTO "sheet_read" VALUES('needs','N-B19Z-3MBD-T',NULL,NULL);
INSERT INTO "sheet_read" VALUES('needs','N-E4J3-A8QJ-W',NULL,NULL);
INSERT INTO "sheet_read" VALUES('needs','N-GEA4-B35T-Q',NULL,NULL);
INSERT INTO "sheet_read" VALUES('needs','N-RGC2-60ZR-1',NULL,NULL);
INSERT INTO "sheet_read" VALUES('needs','N-T30T-D5F7-Q',NULL,NULL);
INSERT INTO "sheet_read" VALUES('needs','N-VSKV-SJ3G-6',NULL,NULL);
INSERT INTO "sheet_read" VALUES('pairs','J-SQ25-MR0Q-R',NULL,NULL);
INSERT INTO "sheet_read" VALUES('referrals','F-DBC0-83TG-8',NULL,NULL);
INSERT INTO "sheet_read" VALUES('residents','P-0ZVT-S9V3-5',NULL,NULL);
INSERT INTO "sheet_read" VALUES('residents','P-A5EK-P2A5-9',NULL,NULL);
INSERT INTO "sheet_read" VALUES('residents','P-AV2D-T86W-T',NULL,NULL);
INSERT INTO "sheet_read" VALUES('residents','P-FYFZ-N1G8-F',NULL,NULL);
INSERT INTO "sheet_read" VALUES('residents','P-HJH3-KF8G-S',NULL,NULL);
INSERT INTO "sheet_read" VALUES('residents','P-K5PX-P27J-C',NULL,NULL);
INSERT INTO "sheet_read" VALUES('residents','P-MGBY-SPK4-2',NULL,NULL);
INSERT INTO "sheet_read" VALUES('residents','P-Q3DX-EFDR-H',NULL,NULL);
INSERT INTO "sheet_read" VALUES('residents','P-RFNX-THWF-3',NULL,NULL);
INSERT INTO "sheet_read" VALUES('residents','P-SP5B-FEKV-A',NULL,NULL);
INSERT INTO "sheet_read" VALUES('visits','T-GBBJ-R90G-Z',NULL,NULL);
INSERT INTO "sheet_read" VALUES('visits','T-Q5B0-N8H4-P',NULL,NULL);
INSERT INTO "sheet_read" VALUES('volunteers','V-883C-8WPZ-Q',NULL,NULL);
INSERT INTO "sheet_read" VALUES('volunteers','V-9FF1-WC4W-Q',NULL,NULL);
INSERT INTO "sheet_read" VALUES('volunteers','V-B6Q6-GM7R-N',NULL,NULL);
INSERT INTO "sheet_read" VALUES('volunteers','V-FGWG-9RN3-Y',NULL,NULL);
INSERT INTO "sheet_read" VALUES('volunteers','V-GWRZ-R89X-M',NULL,NULL);
INSERT INTO "sheet_read" VALUES('volunteers','V-STHG-R67W-W',NULL,NULL);
INSERT INTO "sheet_read" VALUES('volunteers','V-Y9E3-5Q7R-G',NULL,NULL);
INSERT INTO "sheet_read" VALUES('volunteers','V-Z6C2-TZNZ-R',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-SHMT9XKM2KHR7NKZ',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-V1N6E296NTZQGZM0',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-390B1MFCJN3NQ11D',NULL,NULL);
INSERT INTO "sheet_read" VALUES('changes','Z-GXTHTSSCRBSXZ5GQ',NULL,NULL);
INSERT INTO "sheet_read" VALUES('contacts','C-DTDW-6JQ8-6',NULL,NULL);
INSERT INTO "sheet_read" VALUES('contacts','C-PS69-NAJN-S',NULL,NULL);
CREATE TABLE shifts (
	id TEXT NOT NULL,
	at TEXT NOT NULL,
	"by" TEXT NOT NULL,
	action TEXT,
	rota TEXT,
	starts_at TEXT,
	minutes BIGINT,
	place TEXT,
	volunteer_id TEXT,
	covered_by TEXT,
	hub TEXT,
	status TEXT,
	PRIMARY KEY (id)
);
CREATE TABLE shifts_now (
	id TEXT NOT NULL,
	at TEXT NOT NULL,
	"by" TEXT NOT NULL,
	changed_at TEXT NOT NULL,
	void TEXT,
	rota TEXT,
	starts_at TEXT,
	minutes BIGINT,
	place TEXT,
	volunteer_id TEXT,
	covered_by TEXT,
	hub TEXT,
	status TEXT,
	PRIMARY KEY (id)
);
CREATE TABLE submissions (
	"key" TEXT NOT NULL,
	"table" TEXT NOT NULL,
	record_id TEXT NOT NULL,
	hash TEXT NOT NULL,
	PRIMARY KEY ("key")
);
CREATE TABLE subscribers (
	id TEXT NOT NULL,
	at TEXT NOT NULL,
	"by" TEXT NOT NULL,
	action TEXT,
	name TEXT,
	email TEXT,
	topics TEXT,
	status TEXT,
	confirmed_at TEXT,
	left_at TEXT,
	PRIMARY KEY (id)
);
CREATE TABLE subscribers_now (
	id TEXT NOT NULL,
	at TEXT NOT NULL,
	"by" TEXT NOT NULL,
	changed_at TEXT NOT NULL,
	void TEXT,
	name TEXT,
	email TEXT,
	topics TEXT,
	status TEXT,
	confirmed_at TEXT,
	left_at TEXT,
	PRIMARY KEY (id)
);
CREATE TABLE touched (
	number INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	"table" TEXT NOT NULL,
	id TEXT NOT NULL,
	mark BIGINT NOT NULL
);
INSERT INTO "touched" VALUES(1,'','',-646632123827335642);
INSERT INTO "touched" VALUES(2,'help_requests','R-5NF5-PTN0-Q',6259652510472692522);
INSERT INTO "touched" VALUES(3,'residents','P-AV2D-T86W-T',-4427656756247654288);
INSERT INTO "touched" VALUES(4,'needs','N-B19Z-3MBD-T',-5435074177747833043);
INSERT INTO "touched" VALUES(5,'help_requests','R-5NF5-PTN0-Q',1268479007600466845);
INSERT INTO "touched" VALUES(6,'changes','Z-XM9EF1KD6RP4WG0H',7889678804993162052);
INSERT INTO "touched" VALUES(7,'changes','Z-10ATBH9PCBTSRPQH',2284709035721657462);
INSERT INTO "touched" VALUES(8,'needs','N-B19Z-3MBD-T',-8472270380528555991);
INSERT INTO "touched" VALUES(9,'changes','Z-AK397Q7MK36FC5TD',-4601090492089514065);
INSERT INTO "touched" VALUES(10,'needs','N-B19Z-3MBD-T',-3870607294546230353);
INSERT INTO "touched" VALUES(11,'changes','Z-C4PQ2P3T4NSCB93T',2387719350901850138);
INSERT INTO "touched" VALUES(12,'help_requests','R-YWGZ-ZNBW-C',-3089699432995628014);
INSERT INTO "touched" VALUES(13,'residents','P-0ZVT-S9V3-5',8860750690536879396);
INSERT INTO "touched" VALUES(14,'needs','N-9H2S-BHY3-D',-4078254338411672935);
INSERT INTO "touched" VALUES(15,'help_requests','R-YWGZ-ZNBW-C',-5809886275751384945);
INSERT INTO "touched" VALUES(16,'changes','Z-NTBE15CMCFS03ATG',8380735999355628040);
INSERT INTO "touched" VALUES(17,'changes','Z-EA24RMQP5G6M3YW6',5171333585998835418);
INSERT INTO "touched" VALUES(18,'needs','N-9H2S-BHY3-D',-1959731486509253729);
INSERT INTO "touched" VALUES(19,'changes','Z-SMK6NVHGGN5AWFB8',-7212723757112425680);
INSERT INTO "touched" VALUES(20,'needs','N-9H2S-BHY3-D',220011367214543229);
INSERT INTO "touched" VALUES(21,'changes','Z-0EP4HGFR9CTCE20R',-7298407131153509576);
INSERT INTO "touched" VALUES(22,'contacts','C-HK44-TPXK-H',-2552274802552719862);
INSERT INTO "touched" VALUES(23,'residents','P-AV2D-T86W-T',-388725453577566585);
INSERT INTO "touched" VALUES(24,'residents','P-0ZVT-S9V3-5',1321149973747564380);
INSERT INTO "touched" VALUES(25,'changes','Z-JHZK06R06YR845KM',-8627672310189504220);
INSERT INTO "touched" VALUES(26,'changes','Z-TXTSJAKJ2ZNCNQ5V',8086370262262399937);
INSERT INTO "touched" VALUES(27,'changes','Z-WVTZPBQX21XR9QE1',137688495361505961);
INSERT INTO "touched" VALUES(28,'volunteers','V-883C-8WPZ-Q',4892683576916359147);
INSERT INTO "touched" VALUES(29,'checks','K-7ANG-WCC5-5',1938954202990384640);
INSERT INTO "touched" VALUES(30,'help_requests','R-02V9-7D92-1',9042379757950570808);
INSERT INTO "touched" VALUES(31,'residents','P-RFNX-THWF-3',1541420736106172095);
INSERT INTO "touched" VALUES(32,'needs','N-GEA4-B35T-Q',3358926063173677460);
INSERT INTO "touched" VALUES(33,'help_requests','R-02V9-7D92-1',6018591785959321743);
INSERT INTO "touched" VALUES(34,'changes','Z-DHYMGQTRRZFQEZWD',8120768708463794723);
INSERT INTO "touched" VALUES(35,'changes','Z-DMG6SXWSPVGRK0FT',4374651621421259554);
INSERT INTO "touched" VALUES(36,'needs','N-GEA4-B35T-Q',-6124299533506901248);
INSERT INTO "touched" VALUES(37,'changes','Z-REA1X1845FKA86V1',-2423057655316405843);
INSERT INTO "touched" VALUES(38,'needs','N-GEA4-B35T-Q',6908438801606175052);
INSERT INTO "touched" VALUES(39,'changes','Z-MAJGMHZBMPPD0ZTH',5697408351005232216);
INSERT INTO "touched" VALUES(40,'volunteers','V-883C-8WPZ-Q',-279607428248106197);
INSERT INTO "touched" VALUES(41,'changes','Z-ZTZQDMD4AXEGRSA0',-3212117004919585373);
INSERT INTO "touched" VALUES(42,'help_requests','R-EYDV-QMX1-J',2111680631620756451);
INSERT INTO "touched" VALUES(43,'residents','P-HJH3-KF8G-S',-4037552302655010550);
INSERT INTO "touched" VALUES(44,'needs','N-1R29-62RR-7',5348858210192672596);
INSERT INTO "touched" VALUES(45,'help_requests','R-EYDV-QMX1-J',7130810386598058457);
INSERT INTO "touched" VALUES(46,'changes','Z-QX8ETWA3TH4YQX1Y',8997023076354492897);
INSERT INTO "touched" VALUES(47,'changes','Z-09Q3AP6SXQ8MV6B9',8001893161072607617);
INSERT INTO "touched" VALUES(48,'needs','N-1R29-62RR-7',-7965375772624595946);
INSERT INTO "touched" VALUES(49,'changes','Z-SMHMJPYRG86SPEM8',-3387081053391711398);
INSERT INTO "touched" VALUES(50,'needs','N-1R29-62RR-7',8488848658018842248);
INSERT INTO "touched" VALUES(51,'changes','Z-VG3TFY4G9C39P9XE',-2058657977019022277);
INSERT INTO "touched" VALUES(52,'residents','P-HJH3-KF8G-S',-4402375550475019047);
INSERT INTO "touched" VALUES(53,'changes','Z-H8NBN4YMES87WXMM',-3391387004294783351);
INSERT INTO "touched" VALUES(54,'volunteers','V-Y9E3-5Q7R-G',7144683261462110943);
INSERT INTO "touched" VALUES(55,'checks','K-A5KG-BB0T-2',-2743006498393783157);
INSERT INTO "touched" VALUES(56,'volunteers','V-B6Q6-GM7R-N',1806899358692780850);
INSERT INTO "touched" VALUES(57,'checks','K-75JW-TDG7-J',-8142177200445082029);
INSERT INTO "touched" VALUES(58,'contacts','C-6MGP-XAWT-J',-158675802986712107);
INSERT INTO "touched" VALUES(59,'volunteers','V-Y9E3-5Q7R-G',-3975437001980554439);
INSERT INTO "touched" VALUES(60,'changes','Z-AGJPTE8WTE0F7CEM',-7573713533230922684);
INSERT INTO "touched" VALUES(61,'changes','Z-PYGCDCTZ00SE3JCE',3186836872470145221);
INSERT INTO "touched" VALUES(62,'help_requests','R-W0NB-CS6Z-N',-5820970070517399637);
INSERT INTO "touched" VALUES(63,'residents','P-SP5B-FEKV-A',-7955850981719460366);
INSERT INTO "touched" VALUES(64,'needs','N-T30T-D5F7-Q',-3032128780929723083);
INSERT INTO "touched" VALUES(65,'help_requests','R-W0NB-CS6Z-N',7964251956441285938);
INSERT INTO "touched" VALUES(66,'changes','Z-FJ25E3VZZMEH687E',1768510179398834238);
INSERT INTO "touched" VALUES(67,'changes','Z-TDGQ1AZ75Y5T1BTH',8723364421870880069);
INSERT INTO "touched" VALUES(68,'needs','N-T30T-D5F7-Q',-2365523974813957637);
INSERT INTO "touched" VALUES(69,'changes','Z-QSQPF91YGX35F8CM',-3391162854750049940);
INSERT INTO "touched" VALUES(70,'needs','N-T30T-D5F7-Q',3012156705004021898);
INSERT INTO "touched" VALUES(71,'changes','Z-GDGQJZZBZHVMSJSD',3042726251950271599);
INSERT INTO "touched" VALUES(72,'volunteers','V-STHG-R67W-W',-4376488010638493445);
INSERT INTO "touched" VALUES(73,'checks','K-RTJ4-VXH2-E',-7492638729264189668);
INSERT INTO "touched" VALUES(74,'matches','M-718S-N4BZ-N',1474693601344816852);
INSERT INTO "touched" VALUES(75,'matches','M-718S-N4BZ-N',7522461691714480314);
INSERT INTO "touched" VALUES(76,'changes','Z-QM6ACZRQE8QBE1SQ',7727542784014485532);
INSERT INTO "touched" VALUES(77,'contacts','C-JVCP-D0PW-2',-8058088167287925168);
INSERT INTO "touched" VALUES(78,'matches','M-718S-N4BZ-N',1909649427126969622);
INSERT INTO "touched" VALUES(79,'changes','Z-9WKDHTNE1J5JK6V8',2363039881536791466);
INSERT INTO "touched" VALUES(80,'contacts','C-5CHP-VAWN-F',227516266539398425);
INSERT INTO "touched" VALUES(81,'matches','M-718S-N4BZ-N',5523517971184670086);
INSERT INTO "touched" VALUES(82,'changes','Z-YD6P2QDBNCNG29R7',5827707293805088756);
INSERT INTO "touched" VALUES(83,'changes','Z-DS07D9DD7JM3959W',-3657129888493465506);
INSERT INTO "touched" VALUES(84,'visits','T-GBBJ-R90G-Z',-3144384992557751182);
INSERT INTO "touched" VALUES(85,'visits','T-Q5B0-N8H4-P',-7581894629381468161);
INSERT INTO "touched" VALUES(86,'pairs','J-SQ25-MR0Q-R',9072586328825657206);
INSERT INTO "touched" VALUES(87,'volunteers','V-Z6C2-TZNZ-R',1698156028334545014);
INSERT INTO "touched" VALUES(88,'checks','K-ANZT-PW3J-0',6077629679523761990);
INSERT INTO "touched" VALUES(89,'pairs','J-SQ25-MR0Q-R',-8523796298943592171);
INSERT INTO "touched" VALUES(90,'changes','Z-3G86B3K7B908BAR7',1130143908186397682);
INSERT INTO "touched" VALUES(91,'help_requests','R-S91Y-41CS-J',3994341902216061913);
INSERT INTO "touched" VALUES(92,'residents','P-A5EK-P2A5-9',5612865213858277100);
INSERT INTO "touched" VALUES(93,'needs','N-E4J3-A8QJ-W',-9044964601504172790);
INSERT INTO "touched" VALUES(94,'help_requests','R-S91Y-41CS-J',7376252077892808776);
INSERT INTO "touched" VALUES(95,'changes','Z-7GT8TD6NXZ9PRQBA',-8802017297682118273);
INSERT INTO "touched" VALUES(96,'changes','Z-FRFX7KXYYH4N9HBY',7158211044334514554);
INSERT INTO "touched" VALUES(97,'needs','N-E4J3-A8QJ-W',975801907322851977);
INSERT INTO "touched" VALUES(98,'changes','Z-TM15WJKVYXCKYA5A',-1499009363488332279);
INSERT INTO "touched" VALUES(99,'needs','N-E4J3-A8QJ-W',-1467449467434402138);
INSERT INTO "touched" VALUES(100,'changes','Z-EFRDEKZTRB8R1Y8Z',-882827480685070017);
INSERT INTO "touched" VALUES(101,'contacts','C-7Y1P-0AWM-N',-5207918026047655499);
INSERT INTO "touched" VALUES(102,'contacts','C-ENK3-TVMZ-A',3932941187131178877);
INSERT INTO "touched" VALUES(103,'contacts','C-0BME-TBNZ-P',-3140100492412770394);
INSERT INTO "touched" VALUES(104,'contacts','C-RPKT-NY9V-1',9143113206949303955);
INSERT INTO "touched" VALUES(105,'referrals','F-DBC0-83TG-8',-4334167767792526200);
INSERT INTO "touched" VALUES(106,'needs','N-E4J3-A8QJ-W',7021947886547221018);
INSERT INTO "touched" VALUES(107,'help_requests','R-S91Y-41CS-J',3059654632877661183);
INSERT INTO "touched" VALUES(108,'changes','Z-6NC29Z9AHQZJPVEC',3621949643739712498);
INSERT INTO "touched" VALUES(109,'changes','Z-J37CD4R7SCH796VR',-339827442178621238);
INSERT INTO "touched" VALUES(110,'changes','Z-R2XWKS9NHFJDBPA8',-4106613418883040936);
INSERT INTO "touched" VALUES(111,'changes','Z-QV3QMM135JKAVHDE',-5770284563460132729);
INSERT INTO "touched" VALUES(112,'referrals','F-DBC0-83TG-8',9069261874564563738);
INSERT INTO "touched" VALUES(113,'contacts','C-ENK3-TVMZ-A',7301210638623358456);
INSERT INTO "touched" VALUES(114,'changes','Z-7ACQBQGNNBBCP8MY',-615114586325670762);
INSERT INTO "touched" VALUES(115,'changes','Z-CEJVAY4S715F2FR1',-6071148523029399489);
INSERT INTO "touched" VALUES(116,'changes','Z-TGWVBW55EM44AVZ0',-3355956916187765002);
INSERT INTO "touched" VALUES(117,'changes','Z-TQT43JFRHPBEPK5G',6426884873132927195);
INSERT INTO "touched" VALUES(118,'changes','Z-8EWSH2SR59VNF6JW',5601478008098088013);
INSERT INTO "touched" VALUES(119,'help_requests','R-ZEYC-RMMB-4',822735830940483757);
INSERT INTO "touched" VALUES(120,'residents','P-K5PX-P27J-C',7168579825401660495);
INSERT INTO "touched" VALUES(121,'needs','N-7CSM-1Y48-D',6965541446370073393);
INSERT INTO "touched" VALUES(122,'help_requests','R-ZEYC-RMMB-4',-4142836638808040040);
INSERT INTO "touched" VALUES(123,'changes','Z-1Q0EMC8WSK4CH7XM',-6163563365597638528);
INSERT INTO "touched" VALUES(124,'changes','Z-7EQ7HXH2NRWJWNKE',600422600557169496);
INSERT INTO "touched" VALUES(125,'needs','N-7CSM-1Y48-D',2259172485469868818);
INSERT INTO "touched" VALUES(126,'changes','Z-3ZE2PN3QC1G4T7ZT',-4601162390683304450);
INSERT INTO "touched" VALUES(127,'needs','N-7CSM-1Y48-D',6341562309410293572);
INSERT INTO "touched" VALUES(128,'changes','Z-94HJWKWBJFBCPC33',-498119250885177478);
INSERT INTO "touched" VALUES(129,'door_keys','KY-G2XW-936G-0',662077444609955328);
INSERT INTO "touched" VALUES(130,'volunteers','V-FGWG-9RN3-Y',4674161514779196694);
INSERT INTO "touched" VALUES(131,'checks','K-TRAR-B97X-V',1001866128312227844);
INSERT INTO "touched" VALUES(132,'door_keys','KY-G2XW-936G-0',-7208651492242119933);
INSERT INTO "touched" VALUES(133,'changes','Z-WWCKWVPGHG86NGXF',-2220840794104679806);
INSERT INTO "touched" VALUES(134,'help_requests','R-KXVJ-DQYV-1',-4001703212639439591);
INSERT INTO "touched" VALUES(135,'residents','P-Q3DX-EFDR-H',4342239359084392604);
INSERT INTO "touched" VALUES(136,'needs','N-VSKV-SJ3G-6',5722125883348657851);
INSERT INTO "touched" VALUES(137,'help_requests','R-KXVJ-DQYV-1',2243507369941707116);
INSERT INTO "touched" VALUES(138,'changes','Z-FWJ776BKK2G4YTNC',-8053699176791616901);
INSERT INTO "touched" VALUES(139,'changes','Z-8PFE49PGS8Q1B9Y8',-1405101696058458332);
INSERT INTO "touched" VALUES(140,'needs','N-VSKV-SJ3G-6',-3013100050454305076);
INSERT INTO "touched" VALUES(141,'changes','Z-8R8TWN6CCBK6MX52',-4577758715459934916);
INSERT INTO "touched" VALUES(142,'needs','N-VSKV-SJ3G-6',-5733143430947457927);
INSERT INTO "touched" VALUES(143,'changes','Z-853ET8STNESEW20Q',-8699256133633700319);
INSERT INTO "touched" VALUES(144,'accidents','AC-PAFY-9HYC-8',5520059690394196736);
INSERT INTO "touched" VALUES(145,'contacts','C-79RX-X1H4-W',2015412550421323535);
INSERT INTO "touched" VALUES(146,'help_requests','R-GQPR-9K3D-D',2644788160333844364);
INSERT INTO "touched" VALUES(147,'residents','P-FYFZ-N1G8-F',-2381108035133846825);
INSERT INTO "touched" VALUES(148,'needs','N-RGC2-60ZR-1',-6391412206151908047);
INSERT INTO "touched" VALUES(149,'help_requests','R-GQPR-9K3D-D',-7369446856631058239);
INSERT INTO "touched" VALUES(150,'changes','Z-ES46MGNHNDFWGCGS',-3604169112395374370);
INSERT INTO "touched" VALUES(151,'changes','Z-EVMND6Q4SJAQSHKH',-2183316278920740326);
INSERT INTO "touched" VALUES(152,'needs','N-RGC2-60ZR-1',-5619022586693238120);
INSERT INTO "touched" VALUES(153,'changes','Z-V26ZDWBHH0187XWC',2685658385393446762);
INSERT INTO "touched" VALUES(154,'needs','N-RGC2-60ZR-1',1617712490618911234);
INSERT INTO "touched" VALUES(155,'changes','Z-93CWSW5HEST4TZ2A',8563429247985746072);
INSERT INTO "touched" VALUES(156,'volunteers','V-GWRZ-R89X-M',-3078132272630491884);
INSERT INTO "touched" VALUES(157,'checks','K-FBJ0-Q6EX-X',6716595720292755018);
INSERT INTO "touched" VALUES(158,'matches','M-FPW8-TBXK-4',-4260121903960940171);
INSERT INTO "touched" VALUES(159,'matches','M-FPW8-TBXK-4',-8409418649435371488);
INSERT INTO "touched" VALUES(160,'changes','Z-49RHCVTTM2FDWA39',1495323956319866110);
INSERT INTO "touched" VALUES(161,'help_requests','R-FM2V-AGYK-Z',7375830194336707174);
INSERT INTO "touched" VALUES(162,'residents','P-MGBY-SPK4-2',-7596528446868204139);
INSERT INTO "touched" VALUES(163,'needs','N-4N8X-9R2M-9',-1573380853860846031);
INSERT INTO "touched" VALUES(164,'help_requests','R-FM2V-AGYK-Z',-8388028577702167880);
INSERT INTO "touched" VALUES(165,'changes','Z-VZ6QMYR9NED47NG5',1573891588963091651);
INSERT INTO "touched" VALUES(166,'changes','Z-RY57NZV2DHJRZGSG',3029282686118812000);
INSERT INTO "touched" VALUES(167,'needs','N-4N8X-9R2M-9',593756715624432458);
INSERT INTO "touched" VALUES(168,'changes','Z-7CVCR8KV6RJZGZJK',5843611917119260501);
INSERT INTO "touched" VALUES(169,'needs','N-4N8X-9R2M-9',-7440773557963657428);
INSERT INTO "touched" VALUES(170,'changes','Z-G8798932TYRBQH81',-4289231063524501551);
INSERT INTO "touched" VALUES(171,'volunteers','V-9FF1-WC4W-Q',3813077827675021015);
INSERT INTO "touched" VALUES(172,'checks','K-9BKF-WHZE-P',1294344563687013668);
INSERT INTO "touched" VALUES(173,'matches','M-TMBD-VC8E-1',5052951600541810077);
INSERT INTO "touched" VALUES(174,'matches','M-TMBD-VC8E-1',-1490172534016870481);
INSERT INTO "touched" VALUES(175,'changes','Z-CZ3F3GH5XR90K1W2',-5842547446727137138);
INSERT INTO "touched" VALUES(176,'volunteers','V-9FF1-WC4W-Q',6955660940880520188);
INSERT INTO "touched" VALUES(177,'changes','Z-76DA7Z2CE770ADKW',152643659691416176);
INSERT INTO "touched" VALUES(178,'volunteers','V-9FF1-WC4W-Q',776141687944259028);
INSERT INTO "touched" VALUES(179,'changes','Z-0H0PSA3ZMG6MVD1J',-6062359952682670737);
INSERT INTO "touched" VALUES(180,'messages','D-15SB-1A5N-1',-7757930475577880349);
INSERT INTO "touched" VALUES(181,'matches','M-TMBD-VC8E-1',-8944801092113931219);
INSERT INTO "touched" VALUES(182,'changes','Z-75CS8R28V1DWD7HY',-7035184608383116399);
INSERT INTO "touched" VALUES(183,'changes','Z-NB1EZTW886DFRR64',-8260723941060309789);
INSERT INTO "touched" VALUES(184,'messages','D-15SB-1A5N-1',5496748416582685200);
INSERT INTO "touched" VALUES(185,'changes','Z-YM6GVV5RJXDYSZ64',9083971156005789961);
INSERT INTO "touched" VALUES(186,'messages','D-15SB-1A5N-1',2818639446622049189);
INSERT INTO "touched" VALUES(187,'changes','Z-A6HP8GB44VP5AX9D',-4660435398466391031);
INSERT INTO "touched" VALUES(188,'changes','Z-Z2M94ES59CH1CP1S',-3504590146243576092);
INSERT INTO "touched" VALUES(189,'contacts','C-3VV3-00KG-H',2384789867038530167);
INSERT INTO "touched" VALUES(190,'matches','M-TMBD-VC8E-1',7647549628556151862);
INSERT INTO "touched" VALUES(191,'changes','Z-RR3TRGG92BYA1A5E',-8756307028329084242);
INSERT INTO "touched" VALUES(192,'residents','P-MGBY-SPK4-2',1261050931552834012);
INSERT INTO "touched" VALUES(193,'changes','Z-3RV0D65JXH8449C9',-3996176826187223569);
INSERT INTO "touched" VALUES(194,'residents','P-MGBY-SPK4-2',-2323836611345313166);
INSERT INTO "touched" VALUES(195,'changes','Z-6X92EX0M70FYHY92',521429233172019277);
INSERT INTO "touched" VALUES(196,'residents','P-MGBY-SPK4-2',-8514251507197215982);
INSERT INTO "touched" VALUES(197,'changes','Z-WWFVBTND3J7FE8KB',1960548771609884404);
INSERT INTO "touched" VALUES(198,'messages','D-XTXG-NAP4-9',1373822278714237969);
INSERT INTO "touched" VALUES(199,'messages','D-XTXG-NAP4-9',-4660432865698766851);
INSERT INTO "touched" VALUES(200,'changes','Z-VARV5TY3GJD50EGA',4464387744526927737);
INSERT INTO "touched" VALUES(201,'messages','D-7EJB-E03X-9',-535411412899189183);
INSERT INTO "touched" VALUES(202,'messages','D-XTXG-NAP4-9',1302925645558900862);
INSERT INTO "touched" VALUES(203,'matches','M-TMBD-VC8E-1',-4345913236373424144);
INSERT INTO "touched" VALUES(204,'changes','Z-916HNM70M19VYNGX',4137670632171268099);
INSERT INTO "touched" VALUES(205,'changes','Z-VNW7XANFVAGDCQXZ',-6327424349554829941);
INSERT INTO "touched" VALUES(206,'changes','Z-VGY6XK6CVED8G7JT',4930154409770151215);
INSERT INTO "touched" VALUES(207,'changes','Z-QAKQRMZTTAHF27K8',6726618616386914408);
INSERT INTO "touched" VALUES(208,'changes','Z-SHMT9XKM2KHR7NKZ',5775217904531786734);
INSERT INTO "touched" VALUES(209,'changes','Z-V1N6E296NTZQGZM0',-510089531943274917);
INSERT INTO "touched" VALUES(210,'volunteers','V-883C-8WPZ-Q',6983406452642008764);
INSERT INTO "touched" VALUES(211,'residents','P-0ZVT-S9V3-5',-7097848992858914005);
INSERT INTO "touched" VALUES(212,'contacts','C-DTDW-6JQ8-6',-7191379510599778876);
INSERT INTO "touched" VALUES(213,'contacts','C-PS69-NAJN-S',2730426226383719550);
INSERT INTO "touched" VALUES(214,'residents','P-0ZVT-S9V3-5',6477356627277136698);
INSERT INTO "touched" VALUES(215,'needs','N-9H2S-BHY3-D',7491629416392758393);
INSERT INTO "touched" VALUES(216,'changes','Z-390B1MFCJN3NQ11D',8338494310175770360);
INSERT INTO "touched" VALUES(217,'changes','Z-GXTHTSSCRBSXZ5GQ',-4347513130188520987);
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
	status TEXT, miles DOUBLE, worried TEXT,
	PRIMARY KEY (id)
);
INSERT INTO "visits" VALUES('T-GBBJ-R90G-Z','2026-11-23T10:00:00.259Z','Dilys Director','done-DECGVHMBVYS6X0WJ','M-718S-N4BZ-N','N-T30T-D5F7-Q','P-SP5B-FEKV-A','V-STHG-R67W-W','2026-11-23',NULL,'done',NULL,NULL);
INSERT INTO "visits" VALUES('T-Q5B0-N8H4-P','2026-11-23T10:00:00.259Z','Dilys Director','done-DECGVHMBVYS6X0WJ','M-718S-N4BZ-N','N-T30T-D5F7-Q','P-SP5B-FEKV-A','V-STHG-R67W-W','2026-12-02',NULL,'planned',NULL,NULL);
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
	status TEXT, miles DOUBLE, worried TEXT,
	PRIMARY KEY (id)
);
INSERT INTO "visits_now" VALUES('T-GBBJ-R90G-Z','2026-11-23T10:00:00.259Z','Dilys Director','2026-11-23T10:00:00.259Z',NULL,'M-718S-N4BZ-N','N-T30T-D5F7-Q','P-SP5B-FEKV-A','V-STHG-R67W-W','2026-11-23',NULL,'done',NULL,NULL);
INSERT INTO "visits_now" VALUES('T-Q5B0-N8H4-P','2026-11-23T10:00:00.259Z','Dilys Director','2026-11-23T10:00:00.259Z',NULL,'M-718S-N4BZ-N','N-T30T-D5F7-Q','P-SP5B-FEKV-A','V-STHG-R67W-W','2026-12-02',NULL,'planned',NULL,NULL);
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
	notes TEXT, health_consent TEXT, not_safe TEXT, safe_when TEXT, say_instead TEXT, stopped TEXT, unreached TEXT, protected_address TEXT, emergency_name TEXT, emergency_telephone TEXT, died_on TEXT, moved_on TEXT, kin_of TEXT, support_needs TEXT, buddy_id TEXT,
	PRIMARY KEY (id)
);
INSERT INTO "volunteers" VALUES('V-883C-8WPZ-Q','2026-11-23T10:00:00.070Z','web',NULL,'Vera Volunteer 3','01632 961003',NULL,NULL,NULL,'dog_walk; food_parcel; housing_advice; leaflets; lift; money_advice; other; phone_call; prescription; shopping; small_job; technology; visit; wellbeing','fri_afternoon; fri_evening; fri_morning; mon_afternoon; mon_evening; mon_morning; sat_afternoon; sat_evening; sat_morning; sun_afternoon; sun_evening; sun_morning; thu_afternoon; thu_evening; thu_morning; tue_afternoon; tue_evening; tue_morning; wed_afternoon; wed_evening; wed_morning',1,8.0,'car','yes',NULL,'yes',NULL,NULL,NULL,NULL,NULL,'yes',NULL,'ready',NULL,'bath_north',374000.0,165500.0,'BA1 5','2026-06-01',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "volunteers" VALUES('V-Y9E3-5Q7R-G','2026-11-23T10:00:00.154Z','web',NULL,'Vera Volunteer 6','01632 961006',NULL,NULL,NULL,'dog_walk; food_parcel; housing_advice; leaflets; lift; money_advice; other; phone_call; prescription; shopping; small_job; technology; visit; wellbeing','fri_afternoon; fri_evening; fri_morning; mon_afternoon; mon_evening; mon_morning; sat_afternoon; sat_evening; sat_morning; sun_afternoon; sun_evening; sun_morning; thu_afternoon; thu_evening; thu_morning; tue_afternoon; tue_evening; tue_morning; wed_afternoon; wed_evening; wed_morning',1,8.0,'car','yes',NULL,'yes',NULL,NULL,NULL,NULL,NULL,'yes',NULL,'ready',NULL,'bath_north',374000.0,165500.0,'BA1 5','2026-06-01',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "volunteers" VALUES('V-B6Q6-GM7R-N','2026-11-23T10:00:00.168Z','web',NULL,'Vera Volunteer 7','01632 961007',NULL,NULL,NULL,'dog_walk; food_parcel; housing_advice; leaflets; lift; money_advice; other; phone_call; prescription; shopping; small_job; technology; visit; wellbeing','fri_afternoon; fri_evening; fri_morning; mon_afternoon; mon_evening; mon_morning; sat_afternoon; sat_evening; sat_morning; sun_afternoon; sun_evening; sun_morning; thu_afternoon; thu_evening; thu_morning; tue_afternoon; tue_evening; tue_morning; wed_afternoon; wed_evening; wed_morning',1,8.0,'car','yes',NULL,'yes',NULL,NULL,NULL,NULL,NULL,'yes',NULL,'ready',NULL,'bath_north',374000.0,165500.0,'BA1 5','2026-06-01',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "volunteers" VALUES('V-STHG-R67W-W','2026-11-23T10:00:00.217Z','web',NULL,'Vera Volunteer 9','01632 961009',NULL,NULL,NULL,'dog_walk; food_parcel; housing_advice; leaflets; lift; money_advice; other; phone_call; prescription; shopping; small_job; technology; visit; wellbeing','fri_afternoon; fri_evening; fri_morning; mon_afternoon; mon_evening; mon_morning; sat_afternoon; sat_evening; sat_morning; sun_afternoon; sun_evening; sun_morning; thu_afternoon; thu_evening; thu_morning; tue_afternoon; tue_evening; tue_morning; wed_afternoon; wed_evening; wed_morning',1,8.0,'car','yes',NULL,'yes',NULL,NULL,NULL,NULL,NULL,'yes',NULL,'ready',NULL,'bath_north',374000.0,165500.0,'BA1 5','2026-06-01',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "volunteers" VALUES('V-Z6C2-TZNZ-R','2026-11-23T10:00:00.266Z','web',NULL,'Vera Volunteer 10','01632 961010',NULL,NULL,NULL,'dog_walk; food_parcel; housing_advice; leaflets; lift; money_advice; other; phone_call; prescription; shopping; small_job; technology; visit; wellbeing','fri_afternoon; fri_evening; fri_morning; mon_afternoon; mon_evening; mon_morning; sat_afternoon; sat_evening; sat_morning; sun_afternoon; sun_evening; sun_morning; thu_afternoon; thu_evening; thu_morning; tue_afternoon; tue_evening; tue_morning; wed_afternoon; wed_evening; wed_morning',1,8.0,'car','yes',NULL,'yes',NULL,NULL,NULL,NULL,NULL,'yes',NULL,'ready',NULL,'bath_north',374000.0,165500.0,'BA1 5','2026-06-01',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "volunteers" VALUES('V-FGWG-9RN3-Y','2026-11-23T10:00:00.364Z','web',NULL,'Vera Volunteer 13','01632 961013',NULL,NULL,NULL,'dog_walk; food_parcel; housing_advice; leaflets; lift; money_advice; other; phone_call; prescription; shopping; small_job; technology; visit; wellbeing','fri_afternoon; fri_evening; fri_morning; mon_afternoon; mon_evening; mon_morning; sat_afternoon; sat_evening; sat_morning; sun_afternoon; sun_evening; sun_morning; thu_afternoon; thu_evening; thu_morning; tue_afternoon; tue_evening; tue_morning; wed_afternoon; wed_evening; wed_morning',1,8.0,'car','yes',NULL,'yes',NULL,NULL,NULL,NULL,NULL,'yes',NULL,'ready',NULL,'bath_north',374000.0,165500.0,'BA1 5','2026-06-01',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "volunteers" VALUES('V-GWRZ-R89X-M','2026-11-23T10:00:00.448Z','web',NULL,'Vera Volunteer 16','01632 961016',NULL,NULL,NULL,'dog_walk; food_parcel; housing_advice; leaflets; lift; money_advice; other; phone_call; prescription; shopping; small_job; technology; visit; wellbeing','fri_afternoon; fri_evening; fri_morning; mon_afternoon; mon_evening; mon_morning; sat_afternoon; sat_evening; sat_morning; sun_afternoon; sun_evening; sun_morning; thu_afternoon; thu_evening; thu_morning; tue_afternoon; tue_evening; tue_morning; wed_afternoon; wed_evening; wed_morning',1,8.0,'car','yes',NULL,'yes',NULL,NULL,NULL,NULL,NULL,'yes',NULL,'ready',NULL,'bath_north',374000.0,165500.0,'BA1 5','2026-06-01',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "volunteers" VALUES('V-9FF1-WC4W-Q','2026-11-23T10:00:00.504Z','web',NULL,'Vera Volunteer 18','01632 961018',NULL,NULL,NULL,'dog_walk; food_parcel; housing_advice; leaflets; lift; money_advice; other; phone_call; prescription; shopping; small_job; technology; visit; wellbeing','fri_afternoon; fri_evening; fri_morning; mon_afternoon; mon_evening; mon_morning; sat_afternoon; sat_evening; sat_morning; sun_afternoon; sun_evening; sun_morning; thu_afternoon; thu_evening; thu_morning; tue_afternoon; tue_evening; tue_morning; wed_afternoon; wed_evening; wed_morning',1,8.0,'car','yes',NULL,'yes',NULL,NULL,NULL,NULL,NULL,'yes',NULL,'ready',NULL,'bath_north',374000.0,165500.0,'BA1 5','2026-06-01',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
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
	notes TEXT, health_consent TEXT, not_safe TEXT, safe_when TEXT, say_instead TEXT, stopped TEXT, unreached TEXT, protected_address TEXT, emergency_name TEXT, emergency_telephone TEXT, died_on TEXT, moved_on TEXT, kin_of TEXT, support_needs TEXT, buddy_id TEXT,
	PRIMARY KEY (id)
);
INSERT INTO "volunteers_now" VALUES('V-883C-8WPZ-Q','2026-11-23T10:00:00.070Z','web','2026-11-23T10:02:00.235Z',NULL,'Vera Volunteer 3','01632 961003','vera.one@example.org',NULL,NULL,'dog_walk; food_parcel; housing_advice; leaflets; lift; money_advice; other; phone_call; prescription; shopping; small_job; technology; visit; wellbeing','fri_afternoon; fri_evening; fri_morning; mon_afternoon; mon_evening; mon_morning; sat_afternoon; sat_evening; sat_morning; sun_afternoon; sun_evening; sun_morning; thu_afternoon; thu_evening; thu_morning; tue_afternoon; tue_evening; tue_morning; wed_afternoon; wed_evening; wed_morning',1,8.0,'car','yes',NULL,'yes',NULL,NULL,NULL,NULL,NULL,'yes',NULL,'ready',NULL,'bath_north',374000.0,165500.0,'BA1 5','2026-06-01',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'P-RFNX-THWF-3',NULL,NULL);
INSERT INTO "volunteers_now" VALUES('V-Y9E3-5Q7R-G','2026-11-23T10:00:00.154Z','web','2026-11-23T10:00:00.182Z',NULL,'Vera Volunteer 6','01632 961006',NULL,NULL,NULL,'dog_walk; food_parcel; housing_advice; leaflets; lift; money_advice; other; phone_call; prescription; shopping; small_job; technology; visit; wellbeing','fri_afternoon; fri_evening; fri_morning; mon_afternoon; mon_evening; mon_morning; sat_afternoon; sat_evening; sat_morning; sun_afternoon; sun_evening; sun_morning; thu_afternoon; thu_evening; thu_morning; tue_afternoon; tue_evening; tue_morning; wed_afternoon; wed_evening; wed_morning',1,8.0,'car','yes',NULL,'yes',NULL,NULL,NULL,NULL,NULL,'yes',NULL,'ready',NULL,'bath_north',374000.0,165500.0,'BA1 5','2026-06-01',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'Short tasks, told in writing','V-B6Q6-GM7R-N');
INSERT INTO "volunteers_now" VALUES('V-B6Q6-GM7R-N','2026-11-23T10:00:00.168Z','web','2026-11-23T10:00:00.168Z',NULL,'Vera Volunteer 7','01632 961007',NULL,NULL,NULL,'dog_walk; food_parcel; housing_advice; leaflets; lift; money_advice; other; phone_call; prescription; shopping; small_job; technology; visit; wellbeing','fri_afternoon; fri_evening; fri_morning; mon_afternoon; mon_evening; mon_morning; sat_afternoon; sat_evening; sat_morning; sun_afternoon; sun_evening; sun_morning; thu_afternoon; thu_evening; thu_morning; tue_afternoon; tue_evening; tue_morning; wed_afternoon; wed_evening; wed_morning',1,8.0,'car','yes',NULL,'yes',NULL,NULL,NULL,NULL,NULL,'yes',NULL,'ready',NULL,'bath_north',374000.0,165500.0,'BA1 5','2026-06-01',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "volunteers_now" VALUES('V-STHG-R67W-W','2026-11-23T10:00:00.217Z','web','2026-11-23T10:00:00.217Z',NULL,'Vera Volunteer 9','01632 961009',NULL,NULL,NULL,'dog_walk; food_parcel; housing_advice; leaflets; lift; money_advice; other; phone_call; prescription; shopping; small_job; technology; visit; wellbeing','fri_afternoon; fri_evening; fri_morning; mon_afternoon; mon_evening; mon_morning; sat_afternoon; sat_evening; sat_morning; sun_afternoon; sun_evening; sun_morning; thu_afternoon; thu_evening; thu_morning; tue_afternoon; tue_evening; tue_morning; wed_afternoon; wed_evening; wed_morning',1,8.0,'car','yes',NULL,'yes',NULL,NULL,NULL,NULL,NULL,'yes',NULL,'ready',NULL,'bath_north',374000.0,165500.0,'BA1 5','2026-06-01',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "volunteers_now" VALUES('V-Z6C2-TZNZ-R','2026-11-23T10:00:00.266Z','web','2026-11-23T10:00:00.266Z',NULL,'Vera Volunteer 10','01632 961010',NULL,NULL,NULL,'dog_walk; food_parcel; housing_advice; leaflets; lift; money_advice; other; phone_call; prescription; shopping; small_job; technology; visit; wellbeing','fri_afternoon; fri_evening; fri_morning; mon_afternoon; mon_evening; mon_morning; sat_afternoon; sat_evening; sat_morning; sun_afternoon; sun_evening; sun_morning; thu_afternoon; thu_evening; thu_morning; tue_afternoon; tue_evening; tue_morning; wed_afternoon; wed_evening; wed_morning',1,8.0,'car','yes',NULL,'yes',NULL,NULL,NULL,NULL,NULL,'yes',NULL,'ready',NULL,'bath_north',374000.0,165500.0,'BA1 5','2026-06-01',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "volunteers_now" VALUES('V-FGWG-9RN3-Y','2026-11-23T10:00:00.364Z','web','2026-11-23T10:00:00.364Z',NULL,'Vera Volunteer 13','01632 961013',NULL,NULL,NULL,'dog_walk; food_parcel; housing_advice; leaflets; lift; money_advice; other; phone_call; prescription; shopping; small_job; technology; visit; wellbeing','fri_afternoon; fri_evening; fri_morning; mon_afternoon; mon_evening; mon_morning; sat_afternoon; sat_evening; sat_morning; sun_afternoon; sun_evening; sun_morning; thu_afternoon; thu_evening; thu_morning; tue_afternoon; tue_evening; tue_morning; wed_afternoon; wed_evening; wed_morning',1,8.0,'car','yes',NULL,'yes',NULL,NULL,NULL,NULL,NULL,'yes',NULL,'ready',NULL,'bath_north',374000.0,165500.0,'BA1 5','2026-06-01',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "volunteers_now" VALUES('V-GWRZ-R89X-M','2026-11-23T10:00:00.448Z','web','2026-11-23T10:00:00.448Z',NULL,'Vera Volunteer 16','01632 961016',NULL,NULL,NULL,'dog_walk; food_parcel; housing_advice; leaflets; lift; money_advice; other; phone_call; prescription; shopping; small_job; technology; visit; wellbeing','fri_afternoon; fri_evening; fri_morning; mon_afternoon; mon_evening; mon_morning; sat_afternoon; sat_evening; sat_morning; sun_afternoon; sun_evening; sun_morning; thu_afternoon; thu_evening; thu_morning; tue_afternoon; tue_evening; tue_morning; wed_afternoon; wed_evening; wed_morning',1,8.0,'car','yes',NULL,'yes',NULL,NULL,NULL,NULL,NULL,'yes',NULL,'ready',NULL,'bath_north',374000.0,165500.0,'BA1 5','2026-06-01',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "volunteers_now" VALUES('V-9FF1-WC4W-Q','2026-11-23T10:00:00.504Z','web','2026-11-23T10:00:00.539Z',NULL,'Vera Volunteer 18','07700 900123','vera@example.org',NULL,NULL,'dog_walk; food_parcel; housing_advice; leaflets; lift; money_advice; other; phone_call; prescription; shopping; small_job; technology; visit; wellbeing','fri_afternoon; fri_evening; fri_morning; mon_afternoon; mon_evening; mon_morning; sat_afternoon; sat_evening; sat_morning; sun_afternoon; sun_evening; sun_morning; thu_afternoon; thu_evening; thu_morning; tue_afternoon; tue_evening; tue_morning; wed_afternoon; wed_evening; wed_morning',1,8.0,'car','yes',NULL,'yes',NULL,NULL,NULL,NULL,NULL,'yes',NULL,'ready',NULL,'bath_north',374000.0,165500.0,'BA1 5','2026-06-01',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
CREATE TABLE weights (
	id TEXT NOT NULL,
	at TEXT NOT NULL,
	"by" TEXT NOT NULL,
	action TEXT,
	distance BIGINT,
	overlap BIGINT,
	continuity BIGINT,
	load BIGINT,
	rest BIGINT, waiting BIGINT,
	PRIMARY KEY (id)
);
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
	rest BIGINT, waiting BIGINT,
	PRIMARY KEY (id)
);
CREATE TABLE written (
	token TEXT NOT NULL
);
INSERT INTO "written" VALUES('APDT7WM5YYB2XQV6');
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
CREATE INDEX jobs_action ON jobs (action);
CREATE INDEX jobs_due ON jobs (state, due);
CREATE INDEX services_action ON services (action);
CREATE INDEX services_now_status ON services_now (status);
CREATE INDEX services_now_hub ON services_now (hub);
CREATE INDEX opportunities_action ON opportunities (action);
CREATE INDEX opportunities_now_status ON opportunities_now (status);
CREATE INDEX opportunities_now_hub ON opportunities_now (hub);
CREATE INDEX enquiries_action ON enquiries (action);
CREATE INDEX enquiries_now_status ON enquiries_now (status);
CREATE INDEX enquiries_now_hub ON enquiries_now (hub);
CREATE INDEX enquiries_now_volunteer_id ON enquiries_now (volunteer_id);
CREATE INDEX sessions_action ON sessions (action);
CREATE INDEX sessions_now_status ON sessions_now (status);
CREATE INDEX sessions_now_hub ON sessions_now (hub);
CREATE INDEX bookings_action ON bookings (action);
CREATE INDEX bookings_now_status ON bookings_now (status);
CREATE INDEX bookings_now_hub ON bookings_now (hub);
CREATE INDEX bookings_now_volunteer_id ON bookings_now (volunteer_id);
CREATE INDEX bookings_now_session_id ON bookings_now (session_id);
CREATE INDEX subscribers_action ON subscribers (action);
CREATE INDEX subscribers_now_status ON subscribers_now (status);
CREATE INDEX referrals_action ON referrals (action);
CREATE INDEX referrals_now_status ON referrals_now (status);
CREATE INDEX referrals_now_hub ON referrals_now (hub);
CREATE INDEX referrals_now_request_id ON referrals_now (request_id);
CREATE INDEX referrals_now_resident_id ON referrals_now (resident_id);
CREATE INDEX messages_action ON messages (action);
CREATE INDEX messages_now_status ON messages_now (status);
CREATE INDEX messages_now_about ON messages_now (about);
CREATE INDEX messages_now_to_whom ON messages_now (to_whom);
CREATE INDEX shifts_action ON shifts (action);
CREATE INDEX shifts_now_status ON shifts_now (status);
CREATE INDEX shifts_now_hub ON shifts_now (hub);
CREATE INDEX shifts_now_volunteer_id ON shifts_now (volunteer_id);
CREATE INDEX payments_action ON payments (action);
CREATE INDEX payments_now_status ON payments_now (status);
CREATE INDEX payments_now_hub ON payments_now (hub);
CREATE INDEX payments_now_resident_id ON payments_now (resident_id);
CREATE INDEX payments_now_volunteer_id ON payments_now (volunteer_id);
CREATE INDEX loans_action ON loans (action);
CREATE INDEX loans_now_status ON loans_now (status);
CREATE INDEX loans_now_hub ON loans_now (hub);
CREATE INDEX loans_now_resident_id ON loans_now (resident_id);
CREATE INDEX feedback_action ON feedback (action);
CREATE INDEX feedback_now_status ON feedback_now (status);
CREATE INDEX feedback_now_about ON feedback_now (about);
CREATE INDEX complaints_action ON complaints (action);
CREATE INDEX complaints_now_status ON complaints_now (status);
CREATE INDEX complaints_now_about ON complaints_now (about);
CREATE INDEX households_action ON households (action);
CREATE INDEX households_now_status ON households_now (status);
CREATE INDEX households_now_hub ON households_now (hub);
CREATE INDEX households_now_resident_id ON households_now (resident_id);
CREATE INDEX reads_record ON reads (record_id);
CREATE INDEX contacts_now_with_whom ON contacts_now (with_whom);
CREATE TRIGGER touched_forget AFTER INSERT ON touched WHEN NEW.number % 100 = 0 BEGIN DELETE FROM touched WHERE number <= NEW.number - 200000; END;
CREATE TRIGGER "touched_volunteers_now_INSERT" AFTER INSERT ON "volunteers_now" BEGIN INSERT INTO touched ("table", id, mark) VALUES ('volunteers', NEW."id", random()); END;
CREATE TRIGGER "touched_volunteers_now_UPDATE" AFTER UPDATE ON "volunteers_now" BEGIN INSERT INTO touched ("table", id, mark) VALUES ('volunteers', NEW."id", random()); END;
CREATE TRIGGER "touched_volunteers_now_DELETE" AFTER DELETE ON "volunteers_now" BEGIN INSERT INTO touched ("table", id, mark) VALUES ('volunteers', OLD."id", random()); END;
CREATE TRIGGER "touched_checks_now_INSERT" AFTER INSERT ON "checks_now" BEGIN INSERT INTO touched ("table", id, mark) VALUES ('checks', NEW."id", random()); END;
CREATE TRIGGER "touched_checks_now_UPDATE" AFTER UPDATE ON "checks_now" BEGIN INSERT INTO touched ("table", id, mark) VALUES ('checks', NEW."id", random()); END;
CREATE TRIGGER "touched_checks_now_DELETE" AFTER DELETE ON "checks_now" BEGIN INSERT INTO touched ("table", id, mark) VALUES ('checks', OLD."id", random()); END;
CREATE TRIGGER "touched_help_requests_now_INSERT" AFTER INSERT ON "help_requests_now" BEGIN INSERT INTO touched ("table", id, mark) VALUES ('help_requests', NEW."id", random()); END;
CREATE TRIGGER "touched_help_requests_now_UPDATE" AFTER UPDATE ON "help_requests_now" BEGIN INSERT INTO touched ("table", id, mark) VALUES ('help_requests', NEW."id", random()); END;
CREATE TRIGGER "touched_help_requests_now_DELETE" AFTER DELETE ON "help_requests_now" BEGIN INSERT INTO touched ("table", id, mark) VALUES ('help_requests', OLD."id", random()); END;
CREATE TRIGGER "touched_residents_now_INSERT" AFTER INSERT ON "residents_now" BEGIN INSERT INTO touched ("table", id, mark) VALUES ('residents', NEW."id", random()); END;
CREATE TRIGGER "touched_residents_now_UPDATE" AFTER UPDATE ON "residents_now" BEGIN INSERT INTO touched ("table", id, mark) VALUES ('residents', NEW."id", random()); END;
CREATE TRIGGER "touched_residents_now_DELETE" AFTER DELETE ON "residents_now" BEGIN INSERT INTO touched ("table", id, mark) VALUES ('residents', OLD."id", random()); END;
CREATE TRIGGER "touched_needs_now_INSERT" AFTER INSERT ON "needs_now" BEGIN INSERT INTO touched ("table", id, mark) VALUES ('needs', NEW."id", random()); END;
CREATE TRIGGER "touched_needs_now_UPDATE" AFTER UPDATE ON "needs_now" BEGIN INSERT INTO touched ("table", id, mark) VALUES ('needs', NEW."id", random()); END;
CREATE TRIGGER "touched_needs_now_DELETE" AFTER DELETE ON "needs_now" BEGIN INSERT INTO touched ("table", id, mark) VALUES ('needs', OLD."id", random()); END;
CREATE TRIGGER "touched_matches_now_INSERT" AFTER INSERT ON "matches_now" BEGIN INSERT INTO touched ("table", id, mark) VALUES ('matches', NEW."id", random()); END;
CREATE TRIGGER "touched_matches_now_UPDATE" AFTER UPDATE ON "matches_now" BEGIN INSERT INTO touched ("table", id, mark) VALUES ('matches', NEW."id", random()); END;
CREATE TRIGGER "touched_matches_now_DELETE" AFTER DELETE ON "matches_now" BEGIN INSERT INTO touched ("table", id, mark) VALUES ('matches', OLD."id", random()); END;
CREATE TRIGGER "touched_pairs_now_INSERT" AFTER INSERT ON "pairs_now" BEGIN INSERT INTO touched ("table", id, mark) VALUES ('pairs', NEW."id", random()); END;
CREATE TRIGGER "touched_pairs_now_UPDATE" AFTER UPDATE ON "pairs_now" BEGIN INSERT INTO touched ("table", id, mark) VALUES ('pairs', NEW."id", random()); END;
CREATE TRIGGER "touched_pairs_now_DELETE" AFTER DELETE ON "pairs_now" BEGIN INSERT INTO touched ("table", id, mark) VALUES ('pairs', OLD."id", random()); END;
CREATE TRIGGER "touched_visits_now_INSERT" AFTER INSERT ON "visits_now" BEGIN INSERT INTO touched ("table", id, mark) VALUES ('visits', NEW."id", random()); END;
CREATE TRIGGER "touched_visits_now_UPDATE" AFTER UPDATE ON "visits_now" BEGIN INSERT INTO touched ("table", id, mark) VALUES ('visits', NEW."id", random()); END;
CREATE TRIGGER "touched_visits_now_DELETE" AFTER DELETE ON "visits_now" BEGIN INSERT INTO touched ("table", id, mark) VALUES ('visits', OLD."id", random()); END;
CREATE TRIGGER "touched_contacts_now_INSERT" AFTER INSERT ON "contacts_now" BEGIN INSERT INTO touched ("table", id, mark) VALUES ('contacts', NEW."id", random()); END;
CREATE TRIGGER "touched_contacts_now_UPDATE" AFTER UPDATE ON "contacts_now" BEGIN INSERT INTO touched ("table", id, mark) VALUES ('contacts', NEW."id", random()); END;
CREATE TRIGGER "touched_contacts_now_DELETE" AFTER DELETE ON "contacts_now" BEGIN INSERT INTO touched ("table", id, mark) VALUES ('contacts', OLD."id", random()); END;
CREATE TRIGGER "touched_organisations_now_INSERT" AFTER INSERT ON "organisations_now" BEGIN INSERT INTO touched ("table", id, mark) VALUES ('organisations', NEW."id", random()); END;
CREATE TRIGGER "touched_organisations_now_UPDATE" AFTER UPDATE ON "organisations_now" BEGIN INSERT INTO touched ("table", id, mark) VALUES ('organisations', NEW."id", random()); END;
CREATE TRIGGER "touched_organisations_now_DELETE" AFTER DELETE ON "organisations_now" BEGIN INSERT INTO touched ("table", id, mark) VALUES ('organisations', OLD."id", random()); END;
CREATE TRIGGER "touched_erasures_now_INSERT" AFTER INSERT ON "erasures_now" BEGIN INSERT INTO touched ("table", id, mark) VALUES ('erasures', NEW."id", random()); END;
CREATE TRIGGER "touched_erasures_now_UPDATE" AFTER UPDATE ON "erasures_now" BEGIN INSERT INTO touched ("table", id, mark) VALUES ('erasures', NEW."id", random()); END;
CREATE TRIGGER "touched_erasures_now_DELETE" AFTER DELETE ON "erasures_now" BEGIN INSERT INTO touched ("table", id, mark) VALUES ('erasures', OLD."id", random()); END;
CREATE TRIGGER "touched_weights_now_INSERT" AFTER INSERT ON "weights_now" BEGIN INSERT INTO touched ("table", id, mark) VALUES ('weights', NEW."id", random()); END;
CREATE TRIGGER "touched_weights_now_UPDATE" AFTER UPDATE ON "weights_now" BEGIN INSERT INTO touched ("table", id, mark) VALUES ('weights', NEW."id", random()); END;
CREATE TRIGGER "touched_weights_now_DELETE" AFTER DELETE ON "weights_now" BEGIN INSERT INTO touched ("table", id, mark) VALUES ('weights', OLD."id", random()); END;
CREATE TRIGGER "touched_concerns_now_INSERT" AFTER INSERT ON "concerns_now" BEGIN INSERT INTO touched ("table", id, mark) VALUES ('concerns', NEW."id", random()); END;
CREATE TRIGGER "touched_concerns_now_UPDATE" AFTER UPDATE ON "concerns_now" BEGIN INSERT INTO touched ("table", id, mark) VALUES ('concerns', NEW."id", random()); END;
CREATE TRIGGER "touched_concerns_now_DELETE" AFTER DELETE ON "concerns_now" BEGIN INSERT INTO touched ("table", id, mark) VALUES ('concerns', OLD."id", random()); END;
CREATE TRIGGER "touched_services_now_INSERT" AFTER INSERT ON "services_now" BEGIN INSERT INTO touched ("table", id, mark) VALUES ('services', NEW."id", random()); END;
CREATE TRIGGER "touched_services_now_UPDATE" AFTER UPDATE ON "services_now" BEGIN INSERT INTO touched ("table", id, mark) VALUES ('services', NEW."id", random()); END;
CREATE TRIGGER "touched_services_now_DELETE" AFTER DELETE ON "services_now" BEGIN INSERT INTO touched ("table", id, mark) VALUES ('services', OLD."id", random()); END;
CREATE TRIGGER "touched_opportunities_now_INSERT" AFTER INSERT ON "opportunities_now" BEGIN INSERT INTO touched ("table", id, mark) VALUES ('opportunities', NEW."id", random()); END;
CREATE TRIGGER "touched_opportunities_now_UPDATE" AFTER UPDATE ON "opportunities_now" BEGIN INSERT INTO touched ("table", id, mark) VALUES ('opportunities', NEW."id", random()); END;
CREATE TRIGGER "touched_opportunities_now_DELETE" AFTER DELETE ON "opportunities_now" BEGIN INSERT INTO touched ("table", id, mark) VALUES ('opportunities', OLD."id", random()); END;
CREATE TRIGGER "touched_enquiries_now_INSERT" AFTER INSERT ON "enquiries_now" BEGIN INSERT INTO touched ("table", id, mark) VALUES ('enquiries', NEW."id", random()); END;
CREATE TRIGGER "touched_enquiries_now_UPDATE" AFTER UPDATE ON "enquiries_now" BEGIN INSERT INTO touched ("table", id, mark) VALUES ('enquiries', NEW."id", random()); END;
CREATE TRIGGER "touched_enquiries_now_DELETE" AFTER DELETE ON "enquiries_now" BEGIN INSERT INTO touched ("table", id, mark) VALUES ('enquiries', OLD."id", random()); END;
CREATE TRIGGER "touched_sessions_now_INSERT" AFTER INSERT ON "sessions_now" BEGIN INSERT INTO touched ("table", id, mark) VALUES ('sessions', NEW."id", random()); END;
CREATE TRIGGER "touched_sessions_now_UPDATE" AFTER UPDATE ON "sessions_now" BEGIN INSERT INTO touched ("table", id, mark) VALUES ('sessions', NEW."id", random()); END;
CREATE TRIGGER "touched_sessions_now_DELETE" AFTER DELETE ON "sessions_now" BEGIN INSERT INTO touched ("table", id, mark) VALUES ('sessions', OLD."id", random()); END;
CREATE TRIGGER "touched_bookings_now_INSERT" AFTER INSERT ON "bookings_now" BEGIN INSERT INTO touched ("table", id, mark) VALUES ('bookings', NEW."id", random()); END;
CREATE TRIGGER "touched_bookings_now_UPDATE" AFTER UPDATE ON "bookings_now" BEGIN INSERT INTO touched ("table", id, mark) VALUES ('bookings', NEW."id", random()); END;
CREATE TRIGGER "touched_bookings_now_DELETE" AFTER DELETE ON "bookings_now" BEGIN INSERT INTO touched ("table", id, mark) VALUES ('bookings', OLD."id", random()); END;
CREATE TRIGGER "touched_subscribers_now_INSERT" AFTER INSERT ON "subscribers_now" BEGIN INSERT INTO touched ("table", id, mark) VALUES ('subscribers', NEW."id", random()); END;
CREATE TRIGGER "touched_subscribers_now_UPDATE" AFTER UPDATE ON "subscribers_now" BEGIN INSERT INTO touched ("table", id, mark) VALUES ('subscribers', NEW."id", random()); END;
CREATE TRIGGER "touched_subscribers_now_DELETE" AFTER DELETE ON "subscribers_now" BEGIN INSERT INTO touched ("table", id, mark) VALUES ('subscribers', OLD."id", random()); END;
CREATE TRIGGER "touched_referrals_now_INSERT" AFTER INSERT ON "referrals_now" BEGIN INSERT INTO touched ("table", id, mark) VALUES ('referrals', NEW."id", random()); END;
CREATE TRIGGER "touched_referrals_now_UPDATE" AFTER UPDATE ON "referrals_now" BEGIN INSERT INTO touched ("table", id, mark) VALUES ('referrals', NEW."id", random()); END;
CREATE TRIGGER "touched_referrals_now_DELETE" AFTER DELETE ON "referrals_now" BEGIN INSERT INTO touched ("table", id, mark) VALUES ('referrals', OLD."id", random()); END;
CREATE TRIGGER "touched_messages_now_INSERT" AFTER INSERT ON "messages_now" BEGIN INSERT INTO touched ("table", id, mark) VALUES ('messages', NEW."id", random()); END;
CREATE TRIGGER "touched_messages_now_UPDATE" AFTER UPDATE ON "messages_now" BEGIN INSERT INTO touched ("table", id, mark) VALUES ('messages', NEW."id", random()); END;
CREATE TRIGGER "touched_messages_now_DELETE" AFTER DELETE ON "messages_now" BEGIN INSERT INTO touched ("table", id, mark) VALUES ('messages', OLD."id", random()); END;
CREATE TRIGGER "touched_shifts_now_INSERT" AFTER INSERT ON "shifts_now" BEGIN INSERT INTO touched ("table", id, mark) VALUES ('shifts', NEW."id", random()); END;
CREATE TRIGGER "touched_shifts_now_UPDATE" AFTER UPDATE ON "shifts_now" BEGIN INSERT INTO touched ("table", id, mark) VALUES ('shifts', NEW."id", random()); END;
CREATE TRIGGER "touched_shifts_now_DELETE" AFTER DELETE ON "shifts_now" BEGIN INSERT INTO touched ("table", id, mark) VALUES ('shifts', OLD."id", random()); END;
CREATE TRIGGER "touched_payments_now_INSERT" AFTER INSERT ON "payments_now" BEGIN INSERT INTO touched ("table", id, mark) VALUES ('payments', NEW."id", random()); END;
CREATE TRIGGER "touched_payments_now_UPDATE" AFTER UPDATE ON "payments_now" BEGIN INSERT INTO touched ("table", id, mark) VALUES ('payments', NEW."id", random()); END;
CREATE TRIGGER "touched_payments_now_DELETE" AFTER DELETE ON "payments_now" BEGIN INSERT INTO touched ("table", id, mark) VALUES ('payments', OLD."id", random()); END;
CREATE TRIGGER "touched_loans_now_INSERT" AFTER INSERT ON "loans_now" BEGIN INSERT INTO touched ("table", id, mark) VALUES ('loans', NEW."id", random()); END;
CREATE TRIGGER "touched_loans_now_UPDATE" AFTER UPDATE ON "loans_now" BEGIN INSERT INTO touched ("table", id, mark) VALUES ('loans', NEW."id", random()); END;
CREATE TRIGGER "touched_loans_now_DELETE" AFTER DELETE ON "loans_now" BEGIN INSERT INTO touched ("table", id, mark) VALUES ('loans', OLD."id", random()); END;
CREATE TRIGGER "touched_feedback_now_INSERT" AFTER INSERT ON "feedback_now" BEGIN INSERT INTO touched ("table", id, mark) VALUES ('feedback', NEW."id", random()); END;
CREATE TRIGGER "touched_feedback_now_UPDATE" AFTER UPDATE ON "feedback_now" BEGIN INSERT INTO touched ("table", id, mark) VALUES ('feedback', NEW."id", random()); END;
CREATE TRIGGER "touched_feedback_now_DELETE" AFTER DELETE ON "feedback_now" BEGIN INSERT INTO touched ("table", id, mark) VALUES ('feedback', OLD."id", random()); END;
CREATE TRIGGER "touched_complaints_now_INSERT" AFTER INSERT ON "complaints_now" BEGIN INSERT INTO touched ("table", id, mark) VALUES ('complaints', NEW."id", random()); END;
CREATE TRIGGER "touched_complaints_now_UPDATE" AFTER UPDATE ON "complaints_now" BEGIN INSERT INTO touched ("table", id, mark) VALUES ('complaints', NEW."id", random()); END;
CREATE TRIGGER "touched_complaints_now_DELETE" AFTER DELETE ON "complaints_now" BEGIN INSERT INTO touched ("table", id, mark) VALUES ('complaints', OLD."id", random()); END;
CREATE TRIGGER "touched_households_now_INSERT" AFTER INSERT ON "households_now" BEGIN INSERT INTO touched ("table", id, mark) VALUES ('households', NEW."id", random()); END;
CREATE TRIGGER "touched_households_now_UPDATE" AFTER UPDATE ON "households_now" BEGIN INSERT INTO touched ("table", id, mark) VALUES ('households', NEW."id", random()); END;
CREATE TRIGGER "touched_households_now_DELETE" AFTER DELETE ON "households_now" BEGIN INSERT INTO touched ("table", id, mark) VALUES ('households', OLD."id", random()); END;
CREATE TRIGGER "touched_changes_INSERT" AFTER INSERT ON "changes" BEGIN INSERT INTO touched ("table", id, mark) VALUES ('changes', NEW."id", random()); END;
CREATE TRIGGER "touched_changes_UPDATE" AFTER UPDATE ON "changes" BEGIN INSERT INTO touched ("table", id, mark) VALUES ('changes', NEW."id", random()); END;
CREATE TRIGGER "touched_changes_DELETE" AFTER DELETE ON "changes" BEGIN INSERT INTO touched ("table", id, mark) VALUES ('changes', OLD."id", random()); END;
CREATE TRIGGER "touched_kept_apart_INSERT" AFTER INSERT ON "kept_apart" BEGIN INSERT INTO touched ("table", id, mark) VALUES ('kept_apart', NEW."record_id", random()); END;
CREATE TRIGGER "touched_kept_apart_UPDATE" AFTER UPDATE ON "kept_apart" BEGIN INSERT INTO touched ("table", id, mark) VALUES ('kept_apart', NEW."record_id", random()); END;
CREATE TRIGGER "touched_kept_apart_DELETE" AFTER DELETE ON "kept_apart" BEGIN INSERT INTO touched ("table", id, mark) VALUES ('kept_apart', OLD."record_id", random()); END;
CREATE INDEX door_keys_action ON door_keys (action);
CREATE INDEX door_keys_now_resident_id ON door_keys_now (resident_id);
CREATE INDEX door_keys_now_status ON door_keys_now (status);
CREATE TRIGGER "touched_door_keys_now_INSERT" AFTER INSERT ON "door_keys_now" BEGIN INSERT INTO touched ("table", id, mark) VALUES ('door_keys', NEW."id", random()); END;
CREATE TRIGGER "touched_door_keys_now_UPDATE" AFTER UPDATE ON "door_keys_now" BEGIN INSERT INTO touched ("table", id, mark) VALUES ('door_keys', NEW."id", random()); END;
CREATE TRIGGER "touched_door_keys_now_DELETE" AFTER DELETE ON "door_keys_now" BEGIN INSERT INTO touched ("table", id, mark) VALUES ('door_keys', OLD."id", random()); END;
CREATE INDEX accidents_action ON accidents (action);
CREATE INDEX accidents_now_hub ON accidents_now (hub);
CREATE INDEX accidents_now_status ON accidents_now (status);
CREATE TRIGGER "touched_accidents_now_INSERT" AFTER INSERT ON "accidents_now" BEGIN INSERT INTO touched ("table", id, mark) VALUES ('accidents', NEW."id", random()); END;
CREATE TRIGGER "touched_accidents_now_UPDATE" AFTER UPDATE ON "accidents_now" BEGIN INSERT INTO touched ("table", id, mark) VALUES ('accidents', NEW."id", random()); END;
CREATE TRIGGER "touched_accidents_now_DELETE" AFTER DELETE ON "accidents_now" BEGIN INSERT INTO touched ("table", id, mark) VALUES ('accidents', OLD."id", random()); END;
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('touched',217);
COMMIT;
