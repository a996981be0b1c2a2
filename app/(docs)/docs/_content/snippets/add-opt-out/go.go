// Adds an opt-out: the number gets no more messages of any sender.
// Takes a token with the scope manage.
package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"log"
	"net/http"
	"os"
	"time"
)

var client = &http.Client{Timeout: 30 * time.Second}

type optOut struct {
	Number    string `json:"number,omitempty"`
	Reason    string `json:"reason,omitempty"`
	CreatedAt string `json:"created_at,omitempty"`
	Detail    string `json:"detail,omitempty"`
}

func main() {
	log.SetFlags(0)
	body, err := json.Marshal(optOut{Number: "48732129000", Reason: "Asked by phone"})
	if err != nil {
		log.Fatal(err)
	}
	url := "http://localhost:3000/api/opt-outs"
	request, err := http.NewRequest("POST", url, bytes.NewReader(body))
	if err != nil {
		log.Fatal(err)
	}
	request.Header.Set("Authorization", "Bearer "+os.Getenv("ACTIO_TOKEN"))
	request.Header.Set("Content-Type", "application/json")
	response, err := client.Do(request)
	if err != nil {
		log.Fatal(err)
	}
	defer response.Body.Close()
	var added optOut
	if err := json.NewDecoder(response.Body).Decode(&added); err != nil {
		log.Fatal(err)
	}
	if response.StatusCode != 200 {
		log.Fatal(added.Detail)
	}
	fmt.Println(added.Number, added.CreatedAt)
}
