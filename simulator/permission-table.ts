/** The permissions of TikTok's scope page (2026-08): one a line, `id name`, indented under its parent. */
export const PERMISSION_TABLE = `\
1 Ad Account Management
  10 Ad Account Information
    100 Read Ad Account Information
  12 Terms and Agreements
    120 Terms and Agreements
  13 Pangle Block List Management
    130 Pangle Block List Management
  14 Pangle Audience Packages
    140 Pangle Audience Packages
  15 Business Center
    150 Read Business Center
    151 Create Ad Account
    152 Ad Account Balance and Transaction
    153 Business Center Asset
    155 Business Center Partner Management
    156 Business Center Member Management
    157 Business Center Billing Group Management
    7078191955347259394 Invoice Management
    7153155400966176769 Asset Group
2 Ads Management
  20 Campaign
    200 Read Campaigns
    201 Create and Update Campaigns
  21 Ad Group
    210 Read Ad Groups
    211 Create and Update Ad Groups
  22 Ad
    220 Read Ads
    221 Create and Update Ads
  23 Change Log
    230 Change Log
  24 Split Test
    240 Split Test
  7133464587805982722 Search Ads
    7133464587805999106 Negative Keywords
3 Audience Management
  30 Read Custom Audiences
  31 Create and Update Custom Audiences
  32 Share Custom Audiences
4 Reporting
  40 Ad Account Level
  41 Campaign Level
  42 Ad Group Level
  43 Ad Level
  44 Consolidated Report
  7043626160646815746 Ad Insight Report
  7231011733974859777 Creative Fatigue Insight
5 Measurement
  50 Report App Event
  51 Report Pixel Event
  7224195155857866754 Report Conversion Event
6 Creative Management
  60 Image Management
    600 Read Image Library
    601 Create and Update Images
  61 Video Management
    610 Read Video Library
    611 Create and Update Videos
    612 Generate Thumbnails for Videos
  62 Video Template
  63 Music management
    630 Read music library
    631 Upload music file
  64 Creative tool
  65 Get Creative Report
  66 Playable Ads
    660 Read Playable Ads
    661 Create/Manage Playable Ads
  67 Creative Material Verification
  68 Instant Page Management
    680 Instant Page Management
  69 TikTok Posts Management
    690 Query TikTok Posts
    691 Authorize TikTok Posts
    692 Create Identity
    693 Query Identity
    7176842096345694209 Delete Identity
  6110000 Creative Recommendation
    6110100 CTA Recommendation
    6110200 Smart Text
  7050363942434078721 Dynamic Scene
    7043626160646864898 Core Functions
  7130572512626360322 Smart Fix
    7132385893100437506 Fix Task management
  7176833266039685122 File Name Check
7 App Management
  70 App Management
    700 Read Apps
8 Pixel Management
  80 Pixel Management
    701 Create and Update Apps
    800 Read Pixels
    801 Create and Update Pixels
    802 Pixel Level Reporting
9 DPA Catalog Management
  90 Catalog Management
    900 Read Catalogs
    901 Create and Update Catalog
  91 Product Management
    910 Read Products
    911 Create and Update Product
  92 DPA Set Management
    920 Get Catalog Set
    921 Post Catalog Set
  94 Catalog Video Management
    940 Get Catalog Video
    941 Post Catalog Video
  95 Template
    950 Template
  96 Event Source Bind
    960 Read Event Source Bind
    961 Create and Delete Event Source Bind
  97 Feed
    970 Get Feed
    971 Post Feed
  7224195155857915906 Diagnostic
10000 Reach & Frequency
  100000 Create and Update Ad Groups
  100001 Inventory and Orders
  100002 Tools
12000000 Lead Management
  12010000 Leads Retrieval
    12010100 Leads Retrieval
  12020000 Test Leads
    12020100 Test Leads
13000000 TikTok Creator Marketplace (TCM)
  13010000 Create and Update TCM Account
  13020000 Read TCM Account
  13030000 Get Creators Onboarding Status and Invite Creators to TCM
  13040000 Send Spark Ads Invitation to Creators and Get the Status
14000000 TikTok Creator
  14010000 Creator User
    14010100 Get Creator Basic Info
    14010200 Get Creator Insights
  14020000 Creator Media
    14020100 Get Creator Media
  14030000 Creator Order
15000000 Ad Comments
  15010000 Ad Comment Management
    15010100 Read Comments
    15010200 Write Comments
  15020000 Blocked Word Management
    15020100 Read Blocked Words
    15020200 Write Blocked Words
16000000 TikTok business plugin
17000000 Automated Rules
  17010000 Create and Update Automated Rules
  17020000 Read Automated Rules and their Execution Results
18000000 TikTok Accounts
  18010000 Business User
    18010100 Get Business User Basic Info
  18020000 Business Media
  18030000 Business Comment
    18030100 Get Business Comment
    18030200 Manage Business Comment
  7044139020472942593 Business Content
    7050363942433996801 Video Publish
19000000 Onsite Commerce Store
7043626160646946818 Offline Events Management
  7050363942434095105 Create/Manage Offline Events
  7050363942434127873 Report Offline Events One by One
  7068127621543919617 Report Offline Events in Bulk
  7224195155857833986 Read Offline Events
7050363942434013185 Ad Diagnosis
  7050363942434029569 Get and Adopt Diagnosis Suggestion
7294180478502830081 CRM Event Management
  7294180478502846465 Read CRM Event Sets
`;
