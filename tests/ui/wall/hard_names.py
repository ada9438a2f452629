"""Names that are hard to set: long, with one long word, of many scripts, with marks above."""

HARD = (
    "The Interoperability Pathfinders of Work, Pensions and Care",
    "Safeguarding Futures Collective of Greater Manchester and Salford",
    "The Social Care Data Standards Working Party of the Seven Boroughs",
    "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch",
    "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
    "Cwmni Gwell Gofal a Lles Cymunedol Ynys Môn a Gwynedd",
    "Nguyễn Thị Minh Anh và Nhóm Đổi Mới Dịch Vụ Công",
    "Ŵŷn",
    "WWWWWWWWWWWW MMMMMMMMMMMM WWWWWWWWWWWW",
    "Data for Better Neighbourhoods and Safer Streets",
)
PEOPLE = (
    "Ravindra Balasubramaniam-Venkataraghavan",
    "Wilhelmina Featherstonehaugh-Cholmondeley",
    "Nguyễn Thị Minh Anh",
    "Jean-Luc d’Aubigné de Saint-Martin-de-Belleville",
    "Björk Þorsteinsdóttir",
    "Grzegorz Brzęczyszczykiewicz",
    "Oluwaseun Adébáyọ̀",
    "Ŵŷn",
)
