module depesza.example/go/depesza

go 1.19
